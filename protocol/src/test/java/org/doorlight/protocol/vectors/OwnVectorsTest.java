package org.doorlight.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors that lie here are those this code makes; that they are right is what the tests beside this one recompute. */
class OwnVectorsTest {
    static Set<String> names() {
        return OwnVectors.sheets().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_committed_is_what_would_be_written_today(String name) {
        String written = Sheet.print(OwnVectors.sheets().get(name).get());

        assertThat(written).isEqualTo(Sheet.committed(name));
    }
}
