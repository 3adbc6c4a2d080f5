package dev.photofinish.scenarios.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.scenarios.template.Scope;
import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.SourceText;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every invariant of the Misty file finds what is broken, and only that, in the data of {@code misty-data}. */
@EveryEngine
class MistyInvariantsTest {

    private static final SystemFile MISTY = SystemFile.bundled("misty", name -> Optional.empty());

    private final TestDatabase database;

    MistyInvariantsTest(TestDatabase database) {
        this.database = database;
    }

    static Set<String> invariants() {
        return MISTY.invariants().keySet();
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void cleanDataHasNoOffenders(String name) {
        insert(data(name), "clean");

        assertThat(offenders(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void brokenDocumentsAreFoundAmongCleanOnes(String name) {
        YamlNode data = data(name);
        insert(data, "clean");
        insert(data, "broken");

        assertThat(offenders(name)).containsExactlyInAnyOrderElementsOf(texts(data));
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void filterFindsWhatARoundTouchedAndNothingElse(String name) {
        insert(data(name), "clean");

        assertThat(touched(name, Map.of("client", json("c"), "employee", json("e"))))
                .isPositive();
        assertThat(touched(name, Map.of("client", json("x"), "employee", json("x"))))
                .isZero();
    }

    private long touched(String name, Map<String, JsonNode> round) {
        Template filter = onData(name).touched().orElseThrow();
        JsonNode rendered = filter.renderExtendedJson(Scope.at(Instant.EPOCH).withAll(round));
        return database.collection(onData(name).collection()).countDocuments(BsonDocument.parse(rendered.toString()));
    }

    private List<String> offenders(String name) {
        List<Bson> pipeline = new ArrayList<>();
        onData(name).violations().forEach(stage -> pipeline.add(BsonDocument.parse(stage.toString())));
        return database.collection(onData(name).collection()).aggregate(pipeline).into(new ArrayList<>()).stream()
                .map(offender -> offender.getString("id"))
                .toList();
    }

    private static Invariant.OnData onData(String name) {
        return (Invariant.OnData) Objects.requireNonNull(MISTY.invariants().get(name));
    }

    private void insert(YamlNode data, String part) {
        data.get(part)
                .orElseThrow()
                .entries()
                .forEach((collection, documents) -> documents
                        .items()
                        .forEach(document -> database.collection(collection)
                                .insertOne(Document.parse(document.toJson().toString()))));
    }

    private static List<String> texts(YamlNode data) {
        return data.get("offenders").orElseThrow().items().stream()
                .map(YamlNode::text)
                .toList();
    }

    private static YamlNode data(String name) {
        Problems problems = new Problems();
        SourceText source = SourceText.ofFile(Path.of("src/test/resources/misty-data", name + ".yaml"));
        YamlNode data = YamlReader.read(source.file(), source.text(), problems).orElseThrow();
        problems.throwIfAny();
        return data;
    }

    private static JsonNode json(String text) {
        return TextNode.valueOf(text);
    }
}
