package dev.photofinish.explorer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Documents that refer to one another by generated keys, which are other ones in each execution. */
class CanonicalProperties {

    private static final int KEYS = 5;

    /**
     * Which of the keys a document has and which it refers to.
     *
     * @param collection one of two
     */
    record Reference(int collection, int key, int refersTo) {}

    @Property(tries = 500)
    void whichKeysWereGeneratedAndInWhichOrderDocumentsComeDoesNotCount(
            @ForAll("references") List<Reference> references, @ForAll int told, @ForAll long seed) {
        assertThat(executed(references, told, new Random(seed)))
                .isEqualTo(executed(references, told, new Random(seed + 1)));
    }

    @Property(tries = 500)
    void oneMoreReferenceDoes(
            @ForAll("references") List<Reference> references, @ForAll int told, @ForAll("reference") Reference more) {
        List<Reference> longer = new ArrayList<>(references);
        longer.add(more);

        assertThat(executed(references, told, new Random(1))).isNotEqualTo(executed(longer, told, new Random(1)));
    }

    @Provide
    Arbitrary<List<Reference>> references() {
        return reference().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Reference> reference() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, KEYS - 1),
                        Arbitraries.integers().between(0, KEYS - 1))
                .as(Reference::new);
    }

    private static Canonical executed(List<Reference> references, int told, Random random) {
        List<BsonValue> keys = IntStream.range(0, KEYS)
                .<BsonValue>mapToObj(
                        key -> new BsonString("%016x%016x".formatted(random.nextLong() | 0xf, random.nextLong())))
                .toList();
        List<Reference> shuffled = new ArrayList<>(references);
        Collections.shuffle(shuffled, random);
        Map<String, List<BsonDocument>> after = new LinkedHashMap<>();
        shuffled.forEach(reference -> after.computeIfAbsent("c" + reference.collection(), name -> new ArrayList<>())
                .add(new BsonDocument("key", keys.get(reference.key())).append("of", keys.get(reference.refersTo()))));
        Told answer = new Told(Told.Outcome.ACCEPTED, List.of(keys.get(Math.floorMod(told, KEYS))));
        return Canonical.of(
                new Result(Map.of("A", answer), Given.NOTHING, after, Set.of()), Set.of("A"), Varying.NOTHING);
    }
}
