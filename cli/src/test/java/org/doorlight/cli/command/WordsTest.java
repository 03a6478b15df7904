package org.doorlight.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void a_neighbours_title_cannot_move_the_cursor_or_turn_the_text_around() {
        assertThat(Words.safe("soup\u001b[2J\r\n\u009b1m \u202etfel \u2066x")).isEqualTo("soup [2J   1m  tfel  x");
        assertThat(Words.safe("Süppchen 🍲 für مريم")).isEqualTo("Süppchen 🍲 für مريم");
    }

    @Test
    void ids_are_as_short_as_they_can_be_told_apart() {
        assertThat(Words.digitsToTellApart(List.of("aaaaaaaa11", "bbbbbbbb22"))).isEqualTo(8);
        assertThat(Words.digitsToTellApart(List.of("aaaaaaaa11", "aaaaaaaa12"))).isEqualTo(10);
        assertThat(Words.digitsToTellApart(List.of("same", "same"))).isEqualTo(8);
    }

    @Test
    void times_and_sizes_are_said_in_words() {
        assertThat(Words.time("2026-12-01T18:00+01:00")).isEqualTo("Tue 1 Dec 18:00");
        assertThat(Words.time("some day")).isEqualTo("some day");
        assertThat(Words.duration("PT90M")).isEqualTo("1 h 30 min");
        assertThat(Words.duration("PT2H")).isEqualTo("2 h");
        assertThat(Words.duration("P1DT1H")).isEqualTo("1 d 1 h");
        assertThat(Words.duration("PT5S")).isEqualTo("5 s");
        assertThat(Words.bytes(999)).isEqualTo("999 bytes");
        assertThat(Words.bytes(3_400_000)).isEqualTo("3.4 MB");
    }

    @Test
    void columns_are_as_wide_as_they_need_to_be() {
        String table = new Table("a", "name").row("1", "Rosa").row("22", "Ben").toString();

        assertThat(table.lines()).containsExactly("a   name", "1   Rosa", "22  Ben");
    }
}
