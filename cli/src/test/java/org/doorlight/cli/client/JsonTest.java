package org.doorlight.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"a\":[1,-2.5,true,false,null,\"\\\"ü\\n\",{}],\"b\":{\"c\":9007199254740993}}",
            })
    void what_is_read_is_written_again(String json) throws IOException {
        assertThat(Json.write(Json.read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1", "{\"a\":", "nonsense", "[1}"})
    void what_is_no_json_is_said(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void a_field_of_another_sort_reads_as_nothing() throws IOException {
        JsonObject object = (JsonObject) Json.read("{\"n\":\"x\",\"t\":7,\"l\":{},\"o\":[1,{\"a\":1},\"s\"]}");

        assertThat(object.number("n")).isZero();
        assertThat(object.text("t")).isEqualTo("7");
        assertThat(object.text("missing")).isEmpty();
        assertThat(object.objects("l")).isEmpty();
        assertThat(object.objects("o")).hasSize(1);
        assertThat(object.texts("o")).containsExactly("s");
    }
}
