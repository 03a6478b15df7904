package org.doorlight.protocol.care.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
    @Test
    void somebody_who_never_said_anything_has_room() {
        assertThat(Capacity.join(List.of()).at(0)).isEqualTo(Room.ROOM);
    }

    @Test
    void the_latest_word_counts_however_restful_an_earlier_one_was() {
        Capacity rest = Capacity.UNSAID.then(Room.REST, Capacity.OPEN_END);
        Capacity room = rest.then(Room.ROOM, Capacity.OPEN_END);

        assertThat(Capacity.join(List.of(room, rest)).room()).isEqualTo(Room.ROOM);
    }

    @Test
    void of_words_said_apart_the_more_restful_one_counts() {
        Room[] rooms = Room.values();
        for (int less = 0; less < rooms.length; less++) {
            for (int more = less + 1; more < rooms.length; more++) {
                var one = new Capacity(3, rooms[less], Capacity.OPEN_END);
                var other = new Capacity(3, rooms[more], Capacity.OPEN_END);

                assertThat(Capacity.join(List.of(one, other)).room()).isEqualTo(rooms[more]);
                assertThat(Capacity.join(List.of(other, one)).room()).isEqualTo(rooms[more]);
            }
        }
    }

    @Test
    void of_two_rests_the_longer_one_counts() {
        var shorter = new Capacity(1, Room.REST, 100);
        var longer = new Capacity(1, Room.REST, 200);

        assertThat(Capacity.join(List.of(longer, shorter)).until()).isEqualTo(200);
    }

    @Test
    void there_is_room_again_when_the_named_end_has_come() {
        Capacity away = Capacity.UNSAID.then(Room.AWAY, 1_000);

        assertThat(away.at(999)).isEqualTo(Room.AWAY);
        assertThat(away.at(1_000)).isEqualTo(Room.ROOM);
    }

    @Test
    void words_are_read_back_and_others_are_none() {
        for (Room room : Room.values()) {
            assertThat(Room.of(room.word())).contains(room);
        }
        assertThat(Room.of("Room")).isEmpty();
        assertThat(Room.words()).isEqualTo("room, a-little, not-now, rest, away");
    }
}
