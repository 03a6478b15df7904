package org.doorlight.cli;

/** What a node answers, as the tests need it. */
final class Sample {
    static final String CIRCLE = "c1".repeat(32);
    static final String MEMBER = "aa".repeat(32);
    static final String ID = "3fa85f64".repeat(8);
    static final String CIRCLE_JSON = """
            {"id":"%s","name":"Lantern Street","zone":"Europe/Berlin","member":"%s","role":"steward","members":3,"devices":3}\
            """.formatted(CIRCLE, MEMBER);
    static final String REQUEST_JSON = """
            {"id":"%s","circle":"%s","title":"Soup for two","kind":"meal","state":"OPEN","requester":"%s",\
            "rules":["Leave it on the step"],"door":"Ring twice","slots":[{"id":"01","start":"2026-12-01T18:00+01:00",\
            "duration":"PT1H30M","need":2,"state":"OPEN","holders":[],"standby":[]}]}\
            """.formatted(ID, CIRCLE, MEMBER);
    static final String HELPED_REQUEST_JSON = REQUEST_JSON
            .replace("\"id\":\"01\"", "\"id\":\"51c0a2b4\"")
            .replace("\"standby\":[]", """
                    "standby":[],"offers":[{"id":"e7b04d11","helper":"%s","state":"CONFIRMED","onMyWay":true,\
                    "note":"With bread"}],"hint":"It is near."\
                    """.formatted(MEMBER).strip());
    static final String YES_JSON = """
            {"id":"e7b04d11","circle":"%s","request":"%s","slot":"51","title":"Soup for two","start":"2026-12-01T18:00+01:00",\
            "duration":"PT1H","state":"OFFERED","words":"Your yes is on its way.","asked":false,"guidance":"NONE"}\
            """.formatted(CIRCLE, ID);
    static final String MEMBERS_JSON = """
            [{"id":"%s","name":"Rosa","role":"steward","devices":["dd"]}]""".formatted(MEMBER);

    private Sample() {}
}
