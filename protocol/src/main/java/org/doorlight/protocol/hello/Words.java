package org.doorlight.protocol.hello;

/**
 * What a buddy reads, in English. Messages travel as keys and parameters; the words say no more than is known, and a sentence about a box
 * is about the box. {@code {name}} is the person's name, {@code {by}} a buddy's, {@code {time}} a time of day.
 */
public enum Words {
    ASK("{name}'s box hasn't had a hello today. Could you ring or wave?"),
    ASK_SEEN("Has anyone seen {name} today?"),
    ASK_KNOCK(
            "Ring once more. No answer? Take soup if you have it, and knock gently. Think {name} is hurt? Ring 112 now."),
    ASK_DECIDE("What comes next is in the plan. A person decides. Think {name} is hurt? Ring 112 now."),
    ASK_RESTING("You're resting. Can anyone look in on {name}?"),
    BOX("We can't hear {name}'s box. It may be unplugged."),
    BOX_KNOCK("We can't hear {name}'s box. Knock gently, if you pass by."),
    SOMEONE_GOES("{by} is looking in on {name}. Nothing to do."),
    YOU_GO("Thank you. You are looking in on {name}. Think {name} is hurt? Ring 112 now."),
    NOT_ASKED("Someone else is asked today. Nothing to do."),
    CLEAR_HELLO("{name}'s box had a hello at {time}."),
    CLEAR_HELLO_SOUP("{name}'s box had a hello at {time}. Soup is still welcome."),
    CLEAR_SPOKE("{by} spoke with {name} at {time}. Thank you for looking in."),
    CLEAR_SEEN("{by} saw {name} at {time}. Thank you for looking in."),
    CLEAR_PAUSED("{name}'s box says the hello is paused. All is planned."),
    CLEAR_HEARD("We hear {name}'s box again."),
    RELEASED("No longer needed. Thank you for being there."),
    SEE_CLOCK("I can't look out for your hello right now. What day and time is it?"),
    SEE_INPUT("I can't look out for your hello right now. Please touch a picture."),
    ROLL_NONE("Nobody asks the street how it is."),
    ROLL_OFFERED("Part of the street is off. A roll-call asks everybody how they are."),
    ROLL_ASK("The street asks: are you all right? One touch tells everybody."),
    ROLL_ALL_RIGHT("Thank you. The street reads that you're all right."),
    ROLL_HAND("The street reads that you need a hand. Think somebody is hurt? Ring 112 now."),
    ROLL_OVER("The roll-call is over. Thank you for being there."),
    HEAT_NONE("These are ordinary days."),
    HEAT_HOT("These are hot days. Who agreed to it is expected more often."),
    HEAT_COLD("These are cold days. Who agreed to it is expected more often."),
    HEAT_STORM("These are stormy days. Who agreed to it is expected more often."),
    DRILL("This is a rehearsal. Nobody is quiet."),
    DRILL_NONE("There is no rehearsal."),
    BEFORE("Neighbours look in. It can take a day. This is not an emergency service.");

    private final String english;

    Words(String english) {
        this.english = english;
    }

    /** The English words, with their places for names. */
    public String english() {
        return english;
    }
}
