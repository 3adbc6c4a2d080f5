package dev.photofinish.explorer.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A contender may write ten thousand documents; comparing them takes no longer than reading them, many times. */
@Timeout(60)
class ManyDocumentsTest {

    private static final int MANY = 10_000;

    @Test
    void thatNobodyIsToldOf() throws InterruptedException {
        assertThat(canonical(logs(MANY, 1))).isEqualTo(canonical(logs(MANY, 2)));
    }

    @Test
    void oneOfThemMoreIsSeen() throws InterruptedException {
        Difference difference = Difference.between(canonical(logs(MANY, 1)), canonical(logs(MANY + 1, 2)));

        assertThat(difference.isNone()).isFalse();
    }

    @Test
    void eachOfWhichRefersToTheOneBefore() throws InterruptedException {
        assertThat(canonical(chain(MANY, 1))).isEqualTo(canonical(chain(MANY, 2)));
        assertThat(canonical(chain(MANY, 1))).isNotEqualTo(canonical(ring(MANY, 2)));
    }

    @Test
    void allOfWhichAreAlikeAndReferToOneOfTwo() throws InterruptedException {
        assertThat(canonical(batches(1))).isEqualTo(canonical(batches(2)));
    }

    @Test
    void anInterruptIsHeard() {
        Result many = logs(MANY, 1);

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> canonical(many)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    /** As two contenders write them, who do the same. */
    private static Result logs(int count, long seed) {
        Random random = new Random(seed);
        List<BsonDocument> documents = new ArrayList<>();
        for (int contender = 0; contender < 2; contender++) {
            for (int k = 0; k < count; k++) {
                documents.add(new BsonDocument("_id", id(random)).append("k", new BsonInt32(k)));
            }
        }
        return stored(documents, random);
    }

    private static Result chain(int count, long seed) {
        return linked(count, new Random(seed), id(new Random(seed + 100)));
    }

    private static Result ring(int count, long seed) {
        List<BsonDocument> documents = new ArrayList<>();
        Random random = new Random(seed);
        List<BsonObjectId> ids = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            ids.add(id(random));
        }
        for (int k = 0; k < count; k++) {
            documents.add(new BsonDocument("_id", ids.get(k)).append("before", ids.get((k + 1) % count)));
        }
        return stored(documents, random);
    }

    private static Result linked(int count, Random random, BsonObjectId first) {
        List<BsonDocument> documents = new ArrayList<>();
        BsonObjectId before = first;
        for (int k = 0; k < count; k++) {
            BsonObjectId id = id(random);
            documents.add(new BsonDocument("_id", id).append("before", before));
            before = id;
        }
        return stored(documents, random);
    }

    private static Result batches(long seed) {
        Random random = new Random(seed);
        List<BsonDocument> documents = new ArrayList<>();
        for (int batch = 0; batch < 2; batch++) {
            BsonObjectId of = id(random);
            for (int k = 0; k < MANY; k++) {
                documents.add(new BsonDocument("_id", id(random)).append("batch", of));
            }
        }
        return stored(documents, random);
    }

    private static Result stored(List<BsonDocument> documents, Random random) {
        Collections.shuffle(documents, random);
        Map<String, Told> told = new LinkedHashMap<>();
        told.put("A", Told.of(Told.Outcome.ACCEPTED, List.of("{n: 1}")));
        return new Result(told, Given.NOTHING, Map.of("wire.log", documents), Set.of());
    }

    private static BsonObjectId id(Random random) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        bytes[0] |= 0x0f;
        return new BsonObjectId(new ObjectId(bytes));
    }

    private static Canonical canonical(Result result) throws InterruptedException {
        return Canonical.of(result, result.told().keySet(), Treatments.asItStands());
    }
}
