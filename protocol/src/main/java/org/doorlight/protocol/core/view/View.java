package org.doorlight.protocol.core.view;

/** Anything an ask may be answered with. */
public sealed interface View
        permits StatusView,
                CircleView,
                MemberView,
                InviteView,
                RequestView,
                CommitmentView,
                PeerView,
                CapacityView,
                InvitationView,
                RotaView,
                HelloView,
                HeardView,
                HelloPlanView,
                WatchView,
                EpisodeView,
                ClockView,
                RollCallView,
                HeatView,
                DrillView,
                Views {}
