package dev.photofinish.explorer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Documents and answers with keys that are generated anew in each execution. */
class LikenessProperties {

    /**
     * A result, but for what the keys are.
     *
     * @param told which key A was told
     * @param stored which keys each document has, and how much of something
     */
    record Ended(int told, List<Stored> stored) {}

    record Stored(int key, int refersTo, int quantity) {}

    @Property
    void whichKeysWereGeneratedDoesNotCount(@ForAll("ended") Ended ended, @ForAll long seed)
            throws InterruptedException {
        assertThat(likeness(result(ended, seed))).isEqualTo(likeness(result(ended, seed + 1)));
    }

    /** The results are small, so that many are alike. */
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Property(tries = 5_000)
    void whatIsAlikeIsEqual(@ForAll("ended") Ended one, @ForAll("ended") Ended other) throws InterruptedException {
        Result here = result(one, 1);
        Result there = result(other, 2);
        boolean alike = likeness(here).equals(likeness(there));

        Statistics.collect(alike);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 1));
        if (alike) {
            assertThat(canonical(here)).isEqualTo(canonical(there));
        }
    }

    @Property
    void aQuantityMoreIsNotAlike(@ForAll("ended") Ended ended, @ForAll("stored") Stored more)
            throws InterruptedException {
        Ended longer = new Ended(
                ended.told(),
                IntStream.rangeClosed(0, ended.stored().size())
                        .mapToObj(place -> place == 0 ? more : ended.stored().get(place - 1))
                        .toList());

        assertThat(likeness(result(ended, 1))).isNotEqualTo(likeness(result(longer, 1)));
    }

    @Provide
    Arbitrary<Ended> ended() {
        return Combinators.combine(key(), stored().list().ofMaxSize(2)).as(Ended::new);
    }

    @Provide
    Arbitrary<Stored> stored() {
        return Combinators.combine(key(), key(), Arbitraries.integers().between(20, 21))
                .as(Stored::new);
    }

    private static Arbitrary<Integer> key() {
        return Arbitraries.integers().between(0, 2);
    }

    private static Likeness likeness(Result result) {
        return Likeness.of(result, Treatments.asItStands());
    }

    private static Canonical canonical(Result result) throws InterruptedException {
        return Canonical.of(result, result.told().keySet(), Treatments.asItStands());
    }

    private static Result result(Ended ended, long seed) {
        Random random = new Random(seed);
        List<BsonString> keys = IntStream.range(0, 3)
                .mapToObj(key -> new BsonString(new UUID(random.nextLong(), random.nextLong()).toString()))
                .toList();
        Map<String, Told> told = new LinkedHashMap<>();
        told.put("A", new Told(Told.Outcome.ACCEPTED, List.of(keys.get(ended.told()))));
        told.put("B", new Told(Told.Outcome.REFUSED, List.of()));
        List<BsonDocument> stored = ended.stored().stream()
                .map(document -> new BsonDocument("key", keys.get(document.key()))
                        .append("of", keys.get(document.refersTo()))
                        .append("quantity", new BsonInt32(document.quantity())))
                .toList();
        return new Result(told, Given.NOTHING, Map.of("stock", stored), Set.of());
    }
}
