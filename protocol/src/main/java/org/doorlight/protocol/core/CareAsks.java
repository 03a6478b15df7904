package org.doorlight.protocol.core;

import org.doorlight.protocol.core.view.View;

/** Each ask about care, and who carries it out. */
final class CareAsks implements CareAsk.Visitor<CareAsks.Doing> {
    private final RequesterAsks requester;
    private final HelperAsks helper;

    /** An ask about to be carried out. */
    interface Doing {
        View answer() throws Refusal;
    }

    CareAsks(RequesterAsks requester, HelperAsks helper) {
        this.requester = requester;
        this.helper = helper;
    }

    @Override
    public Doing change(CareAsk.Change ask) {
        return () -> requester.change(ask);
    }

    @Override
    public Doing move(CareAsk.Move ask) {
        return () -> requester.move(ask);
    }

    @Override
    public Doing giveTime(CareAsk.GiveTime ask) {
        return () -> requester.giveTime(ask);
    }

    @Override
    public Doing doMyself(CareAsk.DoMyself ask) {
        return () -> requester.doMyself(ask);
    }

    @Override
    public Doing choose(CareAsk.Choose ask) {
        return () -> requester.choose(ask);
    }

    @Override
    public Doing tellStory(CareAsk.TellStory ask) {
        return () -> requester.tellStory(ask);
    }

    @Override
    public Doing offer(CareAsk.Offer ask) {
        return () -> helper.offer(ask);
    }

    @Override
    public Doing listCommitments(CareAsk.ListCommitments ask) {
        return () -> helper.listCommitments(ask);
    }

    @Override
    public Doing showCommitment(CareAsk.ShowCommitment ask) {
        return () -> helper.showCommitment(ask);
    }

    @Override
    public Doing say(CareAsk.Say ask) {
        return () -> helper.say(ask);
    }

    @Override
    public Doing requesterTalks(CareAsk.RequesterTalks ask) {
        return () -> requester.talk(ask);
    }

    @Override
    public Doing helperTalks(CareAsk.HelperTalks ask) {
        return () -> helper.talk(ask);
    }
}
