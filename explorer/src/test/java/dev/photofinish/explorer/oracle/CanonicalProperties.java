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

    private static final int KEYS = 4;

    /** A key that nothing refers to. */
    private static final int NONE_OF_THEM = 2 * KEYS;

    /**
     * Which of the keys a document has and which it refers to.
     *
     * @param collection one of two
     */
    record Reference(int collection, int key, int refersTo) {}

    @Property(tries = 500)
    void whichKeysWereGeneratedAndInWhichOrderDocumentsComeDoesNotCount(
            @ForAll("references") List<Reference> references, @ForAll("key") int told, @ForAll long seed)
            throws InterruptedException {
        assertThat(executed(references, told, new Random(seed)))
                .isEqualTo(executed(references, told, new Random(seed + 1)));
    }

    /** Each key is found by where it stands only together with the keys beside it. */
    @Property(tries = 200)
    void norDoTheyIfAllIsThereTwice(@ForAll("references") List<Reference> references, @ForAll long seed)
            throws InterruptedException {
        List<Reference> twice = new ArrayList<>(references);
        references.forEach(reference ->
                twice.add(new Reference(reference.collection(), reference.key() + KEYS, reference.refersTo() + KEYS)));

        assertThat(executed(twice, NONE_OF_THEM, new Random(seed)))
                .isEqualTo(executed(twice, NONE_OF_THEM, new Random(seed + 1)));
    }

    /** Each key is found once and referred to once: only the lengths of the rings tell them apart. */
    @Property(tries = 200)
    void norDoTheyInRings(@ForAll("rings") List<Reference> rings, @ForAll long seed) throws InterruptedException {
        assertThat(executed(rings, NONE_OF_THEM, new Random(seed)))
                .isEqualTo(executed(rings, NONE_OF_THEM, new Random(seed + 1)));
    }

    @Property(tries = 500)
    void oneMoreReferenceDoes(
            @ForAll("references") List<Reference> references,
            @ForAll("key") int told,
            @ForAll("reference") Reference more)
            throws InterruptedException {
        List<Reference> longer = new ArrayList<>(references);
        longer.add(more);

        assertThat(executed(references, told, new Random(1))).isNotEqualTo(executed(longer, told, new Random(1)));
    }

    @Provide
    Arbitrary<Integer> key() {
        return Arbitraries.integers().between(0, KEYS - 1);
    }

    @Provide
    Arbitrary<List<Reference>> references() {
        return reference().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Reference>> rings() {
        return Arbitraries.shuffle(IntStream.range(0, 2 * KEYS).boxed().toList())
                .map(order -> IntStream.range(0, 2 * KEYS)
                        .mapToObj(key -> new Reference(0, key, order.get(key)))
                        .toList());
    }

    @Provide
    Arbitrary<Reference> reference() {
        return Combinators.combine(Arbitraries.integers().between(0, 1), key(), key())
                .as(Reference::new);
    }

    private static Canonical executed(List<Reference> references, int told, Random random) throws InterruptedException {
        List<BsonValue> keys = IntStream.rangeClosed(0, NONE_OF_THEM)
                .<BsonValue>mapToObj(
                        key -> new BsonString("%016x%016x".formatted(random.nextLong() | 0xf, random.nextLong())))
                .toList();
        List<Reference> shuffled = new ArrayList<>(references);
        Collections.shuffle(shuffled, random);
        Map<String, List<BsonDocument>> after = new LinkedHashMap<>();
        shuffled.forEach(reference -> after.computeIfAbsent("c" + reference.collection(), name -> new ArrayList<>())
                .add(new BsonDocument("key", keys.get(reference.key())).append("of", keys.get(reference.refersTo()))));
        Told answer = new Told(Told.Outcome.ACCEPTED, List.of(keys.get(told)));
        return Canonical.of(
                new Result(Map.of("A", answer), Given.NOTHING, after, Set.of()), Set.of("A"), Treatments.asItStands());
    }
}
