package org.doorlight.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.doorlight.node.api.Bodies.Joining;
import org.doorlight.node.api.Bodies.NewRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body is exactly what its route describes, or a sentence says which field is not. */
class JsonTest {
    private static NewRequest read(String json) throws Refused {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), NewRequest.class);
    }

    private static void refused(String json, String sentence) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Refused.class).hasMessage(sentence);
    }

    @Test
    void a_good_body_becomes_a_record() throws Refused {
        var body = read(
                " {\"kind\":\"\\u006deal\",\"title\":\"🍲\",\"slots\":[{\"start\":\"a\",\"duration\":\"b\",\"need\":2}]} ");

        assertThat(body.kind()).isEqualTo("meal");
        assertThat(body.title()).isEqualTo("🍲");
        assertThat(body.slots()).isEqualTo(List.of(new Bodies.NewSlot("a", "b", 2)));
        assertThat(body.door()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                  | \"kind\" is missing.",
                "{\"kind\":\"a\",\"title\":\"b\"}                    | \"slots\" is missing.",
                "{\"kind\":1}                                        | \"kind\" must be text.",
                "{\"kind\":null}                                     | \"kind\" must be text.",
                "{\"kind\":[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]} | \"kind\" must be text.",
                "{\"kind\":\"a\",\"kind\":\"b\"}                     | \"kind\" is given twice.",
                "{\"door\":null,\"door\":null}                       | \"door\" is given twice.",
                "{\"colour\":{\"a\":{}}}                             | \"colour\" is not a field this address knows.",
                "{\"slots\":{}}                                      | \"slots\" must be a list.",
                "{\"slots\":[1]}                                     | \"slots[0]\" must be a JSON object.",
                "{\"slots\":[{\"start\":\"a\"}]}                     | \"slots[0].duration\" is missing.",
                "{\"slots\":[{\"from\":\"a\"}]}                      | \"slots[0].from\" is not a field this address knows.",
                "{\"slots\":[{\"need\":\"1\"}]}                      | \"slots[0].need\" must be a whole number of reasonable size.",
                "{\"slots\":[{\"need\":1.0}]}                        | \"slots[0].need\" must be a whole number of reasonable size.",
                "{\"slots\":[{\"need\":99999999999}]}                | \"slots[0].need\" must be a whole number of reasonable size.",
                "{\"rules\":[\"a\",null]}                            | \"rules[1]\" must be text.",
                "{\"title\":\"a\\u0000b\"}                           | \"title\" holds a character that is not text.",
                "{\"title\":\"\\ud83c\"}                             | \"title\" holds a character that is not text.",
                "{\"title\":\"\\udf72\\ud83c\"}                      | \"title\" holds a character that is not text.",
                "[]                                                  | The body must be a JSON object.",
                "\"text\"                                            | The body must be a JSON object.",
                "{\"kind\":                                          | The body is not JSON, at line 1, column 9.",
                "{'kind':1}                                          | The body is not JSON, at line 1, column 2.",
                "{\"kind\":NaN}                                      | The body is not JSON, at line 1, column 12.",
                "{\"kind\":\"a\",}                                   | The body is not JSON, at line 1, column 13.",
            })
    void a_bad_body_is_refused_with_the_place(String json, String sentence) {
        refused(json, sentence);
    }

    @Test
    void the_body_ends_where_the_object_ends() {
        var ok = "{\"kind\":\"a\",\"title\":\"b\",\"slots\":[]}";
        refused(ok + "{}", "The body goes on after its end.");
        refused(ok + "1", "The body goes on after its end.");
    }

    @Test
    void bytes_that_are_not_text_are_refused() {
        byte[][] wrong = {
            {'{', (byte) 0xff, '}'},
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xe2, (byte) 0x82}
        };
        for (byte[] bytes : wrong) {
            assertThatThrownBy(() -> Json.read(bytes, NewRequest.class))
                    .isInstanceOf(Refused.class)
                    .hasMessage("The body is not valid UTF-8.");
        }
    }

    @Test
    void a_strange_field_name_is_not_repeated_at_length() {
        refused("{\"" + "x".repeat(5_000) + "\":1}", "\"" + "x".repeat(40) + "…\" is not a field this address knows.");
    }

    @Test
    void lists_are_bounded() {
        String many = "\"a\",".repeat(256) + "\"a\"";
        refused("{\"rules\":[" + many + "]}", "\"rules\" has more than 256 items.");
    }

    @Test
    void peers_are_addresses_and_few() {
        for (String peer : List.of("nonsense", "host:0", "host:70000", ":1", "::1:5")) {
            assertThatThrownBy(() -> new Joining("code", List.of("10.0.0.1:1", peer)).ask())
                    .isInstanceOf(Refused.class)
                    .hasMessage("\"peers[1]\" must be HOST:PORT, as 192.168.1.20:7845.");
        }
        assertThatThrownBy(() -> new Joining("code", java.util.Collections.nCopies(17, "a:1")).ask())
                .hasMessage("\"peers\" has more than 16 items.");
    }

    @Test
    void a_percent_sign_needs_two_digits_and_whole_letters() throws Refused {
        assertThat(Text.decoded("a%2fb+c", false, "It")).isEqualTo("a/b+c");
        assertThat(Text.decoded("a+b%2B", true, "It")).isEqualTo("a b+");
        for (String wrong : List.of("%", "%4", "%zz", "%ff", "%c3", "%00", "ü", "%ed%a0%80")) {
            assertThatThrownBy(() -> Text.decoded(wrong, false, "It")).as(wrong).isInstanceOf(Refused.class);
        }
    }
}
