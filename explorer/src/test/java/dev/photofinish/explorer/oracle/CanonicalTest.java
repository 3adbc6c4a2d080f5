package dev.photofinish.explorer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Each test compares two executions that generated other values. */
class CanonicalTest {

    @Test
    void naturalOrderDoesNotCount() throws InterruptedException {
        assertThat(twoPairs(List.of(0, 1), List.of(0, 1)))
                .isEqualTo(twoPairs(List.of(1, 0), List.of(0, 1)))
                .isEqualTo(twoPairs(List.of(0, 1), List.of(1, 0)));
    }

    /** Two log lines, each of one of two movements that differ in nothing but what was generated. */
    private static Canonical twoPairs(List<Integer> logged, List<Integer> moved) throws InterruptedException {
        List<String> keys = List.of(key(), key());
        return canonical(
                Map.of(),
                Map.of(
                        "log",
                                documents(logged.stream()
                                        .map(pair -> "{of: '" + keys.get(pair) + "'}")
                                        .toArray(String[]::new)),
                        "moves",
                                documents(moved.stream()
                                        .map(pair -> "{_id: '" + key() + "', key: '" + keys.get(pair) + "'}")
                                        .toArray(String[]::new))));
    }

    @Test
    void whoRefersToWhomCounts() throws InterruptedException {
        String one = key();
        String other = key();

        assertThat(canonical(
                        Map.of(),
                        Map.of("log", documents(ref(one), ref(one)), "moves", documents(ref(one), ref(other)))))
                .isNotEqualTo(canonical(
                        Map.of(),
                        Map.of("log", documents(ref(one), ref(other)), "moves", documents(ref(one), ref(other)))));
    }

    @Test
    void whatAContenderWasToldIsItsOwn() throws InterruptedException {
        String ofA = key();
        String ofB = key();
        Map<String, List<BsonDocument>> orders =
                Map.of("orders", documents("{id: '" + ofA + "', by: 'A'}", "{id: '" + ofB + "', by: 'B'}"));

        assertThat(canonical(told(ofA, ofB), orders)).isNotEqualTo(canonical(told(ofB, ofA), orders));
    }

    @Test
    void theOrderOfFieldsDoesNotCountThatOfElementsDoes() throws InterruptedException {
        assertThat(stored("{a: 1, b: [1, 2]}"))
                .isEqualTo(stored("{b: [1, 2], a: 1}"))
                .isNotEqualTo(stored("{a: 1, b: [2, 1]}"));
    }

    @Test
    void onlyWhatChangedCounts() throws InterruptedException {
        List<BsonDocument> before = documents("{_id: 1, a: 1}", "{_id: 2, a: 2}", "{_id: 3, a: 3}");
        Result result = new Result(
                Map.of(),
                Given.of(Map.of("s", before)),
                Map.of("s", documents("{_id: 1, a: 1}", "{_id: 3, a: 4}", "{_id: 4}")),
                Set.of());

        assertThat(Canonical.of(result, Set.of(), Treatments.asItStands()).in("s"))
                .containsExactlyInAnyOrder(
                        new TreeMap<>(Map.of("/_id", "3", "/a", "4")),
                        new TreeMap<>(Map.of("/_id", "4")),
                        new TreeMap<>(Map.of("/_id", "2", "/(deleted)", "\"\"")));
    }

    private static Canonical stored(String document) throws InterruptedException {
        return canonical(Map.of(), Map.of("s", documents(document)));
    }

    private static Map<String, Told> told(String toA, String toB) {
        Map<String, Told> told = new LinkedHashMap<>();
        told.put("A", Told.of(Told.Outcome.ACCEPTED, List.of(toA)));
        told.put("B", Told.of(Told.Outcome.ACCEPTED, List.of(toB)));
        return told;
    }

    private static Canonical canonical(Map<String, Told> told, Map<String, List<BsonDocument>> after)
            throws InterruptedException {
        return Canonical.of(
                new Result(told, Given.NOTHING, after, Collections.emptySet()), told.keySet(), Treatments.asItStands());
    }

    private static String ref(String key) {
        return "{of: '" + key + "'}";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static List<BsonDocument> documents(String... json) {
        return Arrays.stream(json).map(BsonDocument::parse).toList();
    }
}
