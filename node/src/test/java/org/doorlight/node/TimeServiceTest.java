package org.doorlight.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.doorlight.protocol.core.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeServiceTest {
    @TempDir
    private Path folder;

    @Test
    void the_service_says_with_a_file_that_it_has_the_time() throws IOException {
        Path file = folder.resolve("synchronized");
        TimeService service = new TimeService(file);
        assertThat(service.keepsTime()).isFalse();

        Files.createFile(file);

        assertThat(service.keepsTime()).isTrue();
    }

    @Test
    void it_is_asked_at_the_first_tick_and_then_twice_a_minute() {
        TimeService service = new TimeService(folder);

        assertThat(service.isDue(at(5))).isTrue();
        assertThat(service.isDue(at(6))).isFalse();
        assertThat(service.isDue(at(34))).isFalse();
        assertThat(service.isDue(at(35))).isTrue();
    }

    private static Moment at(long seconds) {
        return new Moment(0, TimeUnit.SECONDS.toNanos(seconds));
    }
}
