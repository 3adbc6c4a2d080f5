package dev.photofinish.scenarios.invariants;

import static dev.photofinish.scenarios.invariants.ShopSystem.invariant;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.template.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariants on data, evaluated inside every kind of MongoDB. */
@EveryEngine
class DataChecksTest {

    private final TestDatabase data;
    private Database database;

    DataChecksTest(TestDatabase data) {
        this.data = data;
    }

    @BeforeEach
    void open() {
        database = Database.openNamed(data.uri(), data.name());
        insert("accounts", "{client: 'a', balance: 5}", "{client: 'a', balance: -1}", "{client: 'b', balance: -2.5}");
        insert("orders", "{number: 7}", "{number: 8}");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void offendersAreWhatThePipelineReturns() {
        Finding finding = checks().onAll(invariant("no-debt"));

        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(judged(finding).looked()).hasValue(3);
        assertThat(texts(judged(finding).offenders()))
                .containsExactlyInAnyOrder("{\"client\":\"a\",\"balance\":-1}", "{\"client\":\"b\",\"balance\":-2.5}");
    }

    @Test
    void aRuleThatNothingBreaksHolds() {
        Finding finding = checks().onAll(invariant("numbers-unique"));

        assertThat(finding.verdict()).isEqualTo(Verdict.HELD);
        assertThat(judged(finding).looked()).hasValue(2);
    }

    @Test
    void aRoundIsJudgedByWhatItTouched() {
        Finding ofA = checks().onRound(List.of(invariant("no-debt")), roundOf("a"), Looking.AND_COUNTING)
                .getFirst();
        Finding ofNobody = checks().onRound(List.of(invariant("no-debt")), roundOf("c"), Looking.AND_COUNTING)
                .getFirst();

        assertThat(judged(ofA).looked()).hasValue(2);
        assertThat(texts(judged(ofA).offenders())).containsExactly("{\"client\":\"a\",\"balance\":-1}");
        assertThat(judged(ofNobody).looked()).hasValue(0);
        assertThat(judged(ofNobody).offenders()).isEmpty();
    }

    @Test
    void whereNobodyAsksHowMuchThereWasToLookAtItIsNotCounted() {
        Finding finding = checks().onRound(List.of(invariant("no-debt")), roundOf("a"), Looking.FOR_OFFENDERS)
                .getFirst();

        assertThat(judged(finding).looked()).isEmpty();
        assertThat(texts(judged(finding).offenders())).containsExactly("{\"client\":\"a\",\"balance\":-1}");
    }

    @Test
    void aRoundWithoutTheFiltersValueIsJudgedByEverything() {
        Finding finding = checks().onRound(
                        List.of(invariant("no-debt")), Scope.ofRound(Instant.EPOCH, "pf-1"), Looking.AND_COUNTING)
                .getFirst();

        assertThat(judged(finding).looked()).hasValue(3);
        assertThat(judged(finding).offenders()).hasSize(2);
    }

    @Test
    void aRuleWithoutAFilterAlwaysLooksAtEverything() {
        insert("orders", "{number: 8}");

        Finding finding = checks().onRound(List.of(invariant("numbers-unique")), roundOf("c"), Looking.AND_COUNTING)
                .getFirst();

        assertThat(judged(finding).looked()).hasValue(3);
        assertThat(texts(judged(finding).offenders())).containsExactly("{\"_id\":8,\"n\":2}");
    }

    @Test
    void whatTheServerDoesNotUnderstandIsNotJudged() {
        Finding finding = checks().onAll(invariant("too-much-in-memory"));

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(((Finding.Unjudged) finding).why()).startsWith("MongoDB: ").contains("$noSuchStage");
    }

    @Test
    void nothingIsWritten() {
        data.database().drop();
        insert("accounts", "{client: 'a', balance: -1}");
        Map<String, List<Document>> before = everything();

        ShopSystem.FILE.invariants().values().forEach(rule -> {
            checks().onAll(rule);
            checks().onRound(List.of(rule), roundOf("a"), Looking.AND_COUNTING);
        });

        assertThat(before).containsOnlyKeys("accounts");
        assertThat(everything()).isEqualTo(before);
    }

    private InvariantChecks checks() {
        return InvariantChecks.on(Optional.of(database), Optional.empty());
    }

    private Map<String, List<Document>> everything() {
        Map<String, List<Document>> all = new TreeMap<>();
        data.database()
                .listCollectionNames()
                .forEach(name -> all.put(name, data.collection(name).find().into(new ArrayList<>())));
        return all;
    }

    private void insert(String collection, String... documents) {
        for (String document : documents) {
            data.collection(collection).insertOne(Document.parse(document));
        }
    }

    private static Scope roundOf(String client) {
        return Scope.ofRound(Instant.EPOCH, "pf-1").with("client", TextNode.valueOf(client));
    }

    private static Finding.Judged judged(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Judged.class);
        return (Finding.Judged) finding;
    }

    private static List<String> texts(List<JsonNode> offenders) {
        return offenders.stream().map(JsonNode::toString).toList();
    }
}
