package org.doorlight.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the table of routes does, openapi.json and docs/API.md say: no less and no more. */
class OpenApiTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "API.md");

    private static JsonNode description() throws IOException {
        return JsonMapper.builder().build().readTree(OpenApi.describe(Routes.TABLE));
    }

    private static Set<String> routes() {
        return Routes.TABLE.stream()
                .map(route -> route.method() + " " + route.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namesOf(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void every_route_is_there_once() {
        assertThat(routes()).hasSameSizeAs(Routes.TABLE);
    }

    @Test
    void openapi_lists_exactly_the_routes() throws IOException {
        JsonNode paths = description().get("paths");
        Set<String> described = new TreeSet<>();
        for (String path : namesOf(paths)) {
            for (String method : namesOf(paths.get(path))) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }

        assertThat(described).isEqualTo(routes());
    }

    @Test
    void every_schema_that_is_pointed_at_exists() throws IOException {
        JsonNode description = description();
        Set<String> pointedAt = description.findValuesAsText("$ref").stream()
                .map(ref -> ref.replace("#/components/schemas/", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(namesOf(description.at("/components/schemas")))
                .isEqualTo(pointedAt)
                .contains("Request", "RequestSlot", "Circle", "StatusNode", "NewRequest", "NewSlot", "ProblemDocument");
    }

    @Test
    void a_schema_says_what_may_be_left_out() throws IOException {
        JsonNode request = description().at("/components/schemas/NewRequest");

        assertThat(namesOf(request.get("properties")))
                .isEqualTo(Set.of("kind", "title", "slots", "rules", "door", "to", "doorTo", "story", "follows"));
        assertThat(request.get("required")).map(JsonNode::asText).containsExactly("kind", "title", "slots");
        assertThat(request.at("/properties/slots").toString())
                .isEqualTo("{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/NewSlot\"}}");
        assertThat(description()
                        .at("/components/schemas/NewSlot/properties/need/type")
                        .asText())
                .isEqualTo("integer");
    }

    @Test
    void operations_name_their_parameters_and_results() throws IOException {
        JsonNode paths = description().get("paths");

        assertThat(paths.get("/api/v1/circles/{c}/requests")
                        .at("/get/parameters")
                        .findValuesAsText("name"))
                .isEqualTo(List.of("c", "state", "limit", "after"));
        assertThat(namesOf(paths.get("/api/v1/requests").at("/post/responses"))).isEqualTo(Set.of("201", "default"));
        assertThat(paths.get("/api/v1/events").at("/get/responses/200/content").toString())
                .isEqualTo("{\"text/event-stream\":{\"schema\":{\"$ref\":\"#/components/schemas/EventLine\"}}}");
    }

    @Test
    void the_document_names_exactly_the_routes() throws IOException {
        var heading = Pattern.compile("(?m)^### `([A-Z]+ /\\S+)`$").matcher(Files.readString(DOCUMENT));
        Set<String> documented = new TreeSet<>();
        heading.results().forEach(found -> documented.add(found.group(1)));

        assertThat(documented).isEqualTo(routes());
    }

    @Test
    void the_document_has_an_example_for_every_route() throws IOException {
        for (String section : Files.readString(DOCUMENT).split("(?m)^### `", -1)) {
            boolean route = section.matches("(?s)^(GET|POST) .*");
            assertThat(!route || section.contains("    curl "))
                    .as(section.lines().findFirst().orElse(""))
                    .isTrue();
        }
    }

    @Test
    void the_document_shows_every_body_field_and_problem() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Route route : Routes.TABLE) {
            Shape.of(route.body()).forEach(field -> assertThat(document).contains("\"" + field.name() + "\""));
            route.query().forEach(name -> assertThat(document).contains("`" + name + "`"));
        }
        for (ProblemType type : ProblemType.values()) {
            assertThat(document).contains("`" + type.urn().replace("urn:doorlight:problem:", "") + "`");
        }
    }
}
