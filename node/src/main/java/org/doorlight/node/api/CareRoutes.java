package org.doorlight.node.api;

import static org.doorlight.node.api.Returns.created;
import static org.doorlight.node.api.Returns.many;
import static org.doorlight.node.api.Returns.one;

import java.util.List;
import java.util.stream.Stream;
import org.doorlight.node.api.CareBodies.Answer;
import org.doorlight.node.api.CareBodies.Chosen;
import org.doorlight.node.api.CareBodies.Mine;
import org.doorlight.node.api.CareBodies.MoreTime;
import org.doorlight.node.api.CareBodies.NewOffer;
import org.doorlight.node.api.CareBodies.NewStart;
import org.doorlight.node.api.CareBodies.Readers;
import org.doorlight.node.api.CareBodies.Talking;
import org.doorlight.protocol.core.CareAsk;
import org.doorlight.protocol.core.CareAsk.Wish;
import org.doorlight.protocol.core.CareAsk.Word;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.RequestView;

/** What may be asked about care requests and yeses: each once for any circle, and once for a named one. */
final class CareRoutes {
    private static final Returns REQUEST = one(RequestView.class);
    private static final Returns COMMITMENT = one(CommitmentView.class);
    private static final Returns COMMITMENTS = many(CommitmentView.class);
    private static final Returns OFFERED = created(CommitmentView.class);

    static final List<Route> TABLE = Stream.of(
                    wish("pause", "Lets a request rest.", Wish.PAUSE),
                    wish("resume", "Asks again, and everybody anew.", Wish.RESUME),
                    wish("fulfil", "Says that help came from elsewhere.", Wish.FULFIL),
                    request("move", "Moves a slot.", NewStart.class, CareRoutes::move),
                    request("more-time", "Gives a slot more time at its end.", MoreTime.class, CareRoutes::giveTime),
                    request("mine", "Says: I'm doing this myself.", Mine.class, CareRoutes::doMyself),
                    request("accept", "Says yes, please to a helper.", Chosen.class, CareRoutes::accept),
                    request("release", "Lets a helper go with thanks.", Chosen.class, CareRoutes::release),
                    request(
                            "talk",
                            "Says whether there is the capacity to talk tonight, or whether one would rather rest.",
                            Talking.class,
                            CareRoutes::talk),
                    request("story", "Gives the story to somebody.", Readers.class, CareRoutes::tellStory),
                    both(
                            "/requests/{id}/offers",
                            path -> Route.post(
                                    path, "Says yes to a slot.", NewOffer.class, OFFERED, CareRoutes::offer)),
                    both(
                            "/commitments",
                            path -> Route.get(
                                    path,
                                    "This home's own yeses, oldest first.",
                                    COMMITMENTS,
                                    call -> new CareAsk.ListCommitments(call.circle()))),
                    both(
                            "/commitments/{id}",
                            path -> Route.get(
                                    path,
                                    "One of this home's own yeses.",
                                    COMMITMENT,
                                    call -> new CareAsk.ShowCommitment(call.circle(), call.id()))),
                    word("handback", "Hands a yes back; there is no field for a reason.", Word.HAND_BACK),
                    word("onmyway", "Says that this home is on its way.", Word.ON_MY_WAY),
                    word("done", "Says that it is done.", Word.DONE),
                    both(
                            "/commitments/{id}/talk",
                            path -> Route.post(
                                    path,
                                    "Says whether there is the capacity to talk tonight, or whether one would rather rest.",
                                    Answer.class,
                                    COMMITMENT,
                                    CareRoutes::answer)))
            .flatMap(List::stream)
            .toList();

    private CareRoutes() {}

    private interface At {
        Route route(String path);
    }

    private static List<Route> both(String path, At at) {
        return List.of(at.route(path), at.route("/circles/{c}" + path));
    }

    private static List<Route> wish(String step, String summary, Wish wish) {
        return both(
                "/requests/{id}/" + step,
                path -> Route.post(path, summary, REQUEST, call -> new CareAsk.Change(call.circle(), call.id(), wish)));
    }

    private static <B extends Record> List<Route> request(
            String step, String summary, Class<B> body, Route.AskingWith<B> asking) {
        return both("/requests/{id}/" + step, path -> Route.post(path, summary, body, REQUEST, asking));
    }

    private static List<Route> word(String step, String summary, Word word) {
        return both(
                "/commitments/{id}/" + step,
                path -> Route.post(path, summary, COMMITMENT, call -> new CareAsk.Say(call.circle(), call.id(), word)));
    }

    private static CareAsk move(Call call, NewStart body) {
        return new CareAsk.Move(call.circle(), call.id(), body.slot(), body.start());
    }

    private static CareAsk giveTime(Call call, MoreTime body) {
        return new CareAsk.GiveTime(call.circle(), call.id(), body.slot(), body.duration());
    }

    private static CareAsk doMyself(Call call, Mine body) {
        return new CareAsk.DoMyself(call.circle(), call.id(), body.slot());
    }

    private static CareAsk accept(Call call, Chosen body) {
        return new CareAsk.Choose(call.circle(), call.id(), body.commitment(), true);
    }

    private static CareAsk release(Call call, Chosen body) {
        return new CareAsk.Choose(call.circle(), call.id(), body.commitment(), false);
    }

    private static CareAsk talk(Call call, Talking body) {
        return new CareAsk.RequesterTalks(call.circle(), call.id(), body.commitment(), body.answer());
    }

    private static CareAsk answer(Call call, Answer body) {
        return new CareAsk.HelperTalks(call.circle(), call.id(), body.answer());
    }

    private static CareAsk tellStory(Call call, Readers body) {
        return new CareAsk.TellStory(call.circle(), call.id(), body.to());
    }

    private static CareAsk offer(Call call, NewOffer body) {
        return new CareAsk.Offer(call.circle(), call.id(), body.slot(), body.note());
    }
}
