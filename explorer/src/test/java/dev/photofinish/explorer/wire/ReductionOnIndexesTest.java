package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reduction leaves schedules out, never results, whatever is indexed: random commands on random indexes of a real server, reduced
 * against exhaustive. A result is what every command was answered and the documents in their natural order.
 */
@EveryEngine
@OnEngine(value = Engine.STANDALONE, because = "indexes that the embedded database does not have")
class ReductionOnIndexesTest {

    private static final SearchSettings SETTINGS = new SearchSettings(1_000, Optional.empty(), 0, 0);

    private static final List<String> INDEXES = List.of(
            "{key: {n: 1}, unique: true}",
            "{key: {n: 1}, unique: true, sparse: true}",
            "{key: {n: 1}, unique: true, partialFilterExpression: {on: true}}",
            "{key: {n: 1}, unique: true, collation: {locale: 'en', strength: 2}}",
            "{key: {n: 1, m: 1}, unique: true}",
            "{key: {m: 1}, unique: true, partialFilterExpression: {on: true}}",
            "{key: {n: 'hashed'}}",
            "{key: {n: 'text'}}",
            "{key: {'$**': 1}}",
            "{key: {at: 1}, expireAfterSeconds: 3600}");

    private static final List<String> COMMANDS = List.of(
            "{update: 'c', updates: [{q: {_id: I}, u: {$set: {on: true}}}]}",
            "{update: 'c', updates: [{q: {_id: I}, u: {$set: {n: N}}}]}",
            "{update: 'c', updates: [{q: {n: N}, u: {$inc: {hits: 1}}}]}",
            "{update: 'c', updates: [{q: {n: N, m: M}, u: {$inc: {hits: 1}}}]}",
            "{update: 'c', updates: [{q: {_id: I}, u: {n: N, m: M, on: true}}]}",
            "{update: 'c', updates: [{q: {_id: I}, u: {n: N, m: M}, upsert: true}]}",
            "{update: 'c', updates: [{q: {_id: I}, u: {$push: {n: N}}}]}",
            "{insert: 'c', documents: [{_id: J, n: [0, 1, 2], m: M}]}",
            "{insert: 'c', documents: [{_id: J, n: N, m: M}]}",
            "{delete: 'c', deletes: [{q: {_id: I}, limit: 0}]}",
            "{find: 'c', filter: {_id: I}}",
            "{find: 'c', filter: {n: N}}");

    private final TestDatabase database;

    @AutoClose
    private final GatedShop gated;

    ReductionOnIndexesTest(TestDatabase database) throws Exception {
        this.database = database;
        this.gated = GatedShop.open(database);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reducedReachesWhatExhaustiveReaches(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String index = any(INDEXES, random);
        List<List<String>> programs = List.of(program(random), program(random));

        assertSameResults(index, programs);
    }

    /** The two that were found by hand: a condition that comes true, and an array that takes two values. */
    @Test
    void aPartialIndexIsMetByWhoeverMakesItsConditionTrue() throws Exception {
        assertSameResults(
                "{key: {same: 1}, unique: true, partialFilterExpression: {on: true}}",
                List.of(
                        List.of(
                                "{update: 'c', updates: [{q: {_id: 0}, u: {$set: {on: true}}}]}",
                                "{update: 'c', updates: [{q: {_id: 0}, u: {$set: {on: false}}}]}"),
                        List.of("{update: 'c', updates: [{q: {_id: 1}, u: {$set: {on: true}}}]}")));
    }

    @Test
    void anArrayIsFoundByEachOfItsElements() throws Exception {
        assertSameResults(
                "{key: {n: 1}, unique: true}",
                List.of(
                        List.of(
                                "{insert: 'c', documents: [{_id: 9, n: [8, 9]}]}",
                                "{update: 'c', updates: [{q: {n: 8}, u: {$set: {last: 'A'}}}]}"),
                        List.of("{update: 'c', updates: [{q: {n: 9}, u: {$set: {last: 'B'}}}]}")));
    }

    static List<Long> seeds() {
        return IntStream.rangeClosed(1, 16).mapToObj(Long::valueOf).toList();
    }

    private static List<String> program(RandomGenerator random) {
        return IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(place -> any(COMMANDS, random)
                        .replace("I", String.valueOf(random.nextInt(2)))
                        .replace("J", String.valueOf(5 + random.nextInt(2)))
                        .replace("N", String.valueOf(random.nextInt(3)))
                        .replace("M", String.valueOf(random.nextInt(2))))
                .toList();
    }

    private static String any(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private void assertSameResults(String index, List<List<String>> programs) throws InterruptedException {
        Set<String> all = results(new Strategy.Exhaustive(), index, programs);

        assertThat(results(new Strategy.Reduced(), index, programs))
                .as("%s on %s", programs, index)
                .isEqualTo(all);
    }

    private void given(String index) {
        database.collection("c").drop();
        database.collection("c")
                .insertMany(List.of(
                        new Document("_id", 0).append("n", 0).append("m", 0).append("same", 1),
                        new Document("_id", 1).append("n", 1).append("m", 0).append("same", 1)));
        BsonDocument definition = BsonDocument.parse(index).append("name", new BsonString("i"));
        database.database().runCommand(new Document("createIndexes", "c").append("indexes", List.of(definition)));
    }

    private Set<String> results(Strategy strategy, String index, List<List<String>> programs)
            throws InterruptedException {
        given(index);
        Set<String> results = new HashSet<>();
        Map<String, List<String>> told = Collections.synchronizedMap(new TreeMap<>());
        Map<String, Callable<?>> contenders = new LinkedHashMap<>();
        for (int place = 0; place < programs.size(); place++) {
            String name = String.valueOf((char) ('A' + place));
            List<String> program = programs.get(place);
            contenders.put(name, () -> told.put(name, run(program)));
        }
        WireContest<String> contest = new WireContest<>(
                gated.gate(),
                contenders,
                new RestoredData(gated.gate().database(), told::clear),
                () -> told + " " + database.collection("c").find().into(new ArrayList<>()),
                Set.of());
        Coverage coverage = new Explorer(strategy, SETTINGS)
                .explore(
                        contest,
                        (turns, result) -> {
                            results.add(result);
                            return Judgement.HELD;
                        },
                        Watcher.NONE)
                .coverage();
        assertThat(coverage.diverged() + coverage.inconclusive()).isZero();
        return results;
    }

    private List<String> run(List<String> program) {
        List<String> answers = new ArrayList<>();
        for (String command : program) {
            try {
                Document reply =
                        gated.shop().client().getDatabase(database.name()).runCommand(BsonDocument.parse(command));
                answers.add(reply.get("n") + " " + reply.get("nModified") + " " + reply.containsKey("writeErrors") + " "
                        + reply.get("cursor", new Document()).get("firstBatch"));
            } catch (MongoException refused) {
                answers.add(String.valueOf(refused.getCode()));
            }
        }
        return answers;
    }
}
