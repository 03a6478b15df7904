package org.doorlight.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.replica.Replica;
import org.junit.jupiter.api.Test;

/** A fact with the same bytes is no change to Automerge, and so nothing that could be sealed: whoever writes asks first. */
class SaidTwiceTest {
    private final TestCircle circle = TestCircle.founded(31);
    private final Replica replica = new TestParty(circle.founder(), circle.charter(), 7).replica();

    @Test
    void a_document_knows_what_it_says_already() {
        replica.grantEveryone();
        Body.Nature nature =
                replica.nature("word", Audiences.everyone(circle.charter().circle()));
        assertThat(replica.says(nature, saying("soup", 1))).isFalse();

        assertThat(replica.write(nature, saying("soup", 1))).isPresent();

        assertThat(replica.says(nature, saying("soup", 1))).isTrue();
        assertThat(replica.says(nature, new TreeMap<>())).isTrue();
        assertThat(replica.says(nature, saying("soup", 2))).isFalse();
        assertThat(replica.says(nature, saying("bread", 1))).isFalse();
        assertThat(replica.write(nature, saying("soup", 2))).isPresent();
    }

    private static SortedMap<String, byte[]> saying(String fact, int value) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(fact, new byte[] {(byte) value});
        return facts;
    }
}
