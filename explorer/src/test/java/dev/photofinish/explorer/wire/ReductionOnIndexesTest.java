package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.MongoException;
import dev.photofinish.explorer.data.FreshData;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.search.Exploration;
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
import java.util.regex.Pattern;
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

    private static final Pattern GENERATED = Pattern.compile("[0-9a-f]{24}");

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
            "{find: 'c', filter: {n: N}}",
            "{find: 'v', filter: {m: M}}",
            "{count: 'c', query: {n: N}}",
            "{distinct: 'c', key: 'n'}",
            "{update: 'c', updates: [{q: {_id: I}, u: {$push: {n: {$each: [N, M]}}}}]}",
            "{update: 'c', updates: [{q: {_id: I}, u: {$unset: {n: ''}}}]}",
            "{update: 'c', updates: [{q: {_id: I}, u: {$rename: {n: 'm'}}}]}",
            "{update: 'c', updates: [{q: {_id: I}, u: [{$set: {n: {$add: [{$ifNull: ['$m', 0]}, N]}}}]}]}",
            "{update: 'c', updates: [{q: {n: N}, u: {$set: {m: M}}, upsert: true}]}",
            "{update: 'c', updates: [{q: {m: M}, u: {$set: {n: N}}, multi: true}]}",
            "{update: 'c', updates: [{q: {_id: {$gte: 0}}, u: {$inc: {m: 1}}, multi: true}]}",
            "{update: 'c', updates: [{q: {_id: 0}, u: {$set: {n: N}}}, {q: {_id: 1}, u: {$set: {n: M}}}]}",
            "{findAndModify: 'c', query: {n: N}, remove: true}",
            "{findAndModify: 'c', query: {m: M}, sort: {n: -1}, update: {$inc: {n: 1}}}",
            "{findAndModify: 'c', query: {_id: I}, update: {n: N, on: false}}",
            "{delete: 'c', deletes: [{q: {m: M}, limit: 0}]}",
            "{delete: 'c', deletes: [{q: {n: N}, limit: 1}]}",
            "{aggregate: 'c', pipeline: [{$match: {m: M}}, {$project: {n: 1}}], cursor: {}}",
            "{aggregate: 'c', pipeline: [{$match: {_id: I}}, {$set: {m: M}}, {$merge: {into: 'c'}}], cursor: {}}",
            "{aggregate: 'd', pipeline: [{$set: {n: N}}, {$merge: {into: 'c', on: '_id', whenMatched: 'merge'}}],"
                    + " cursor: {}}",
            "{aggregate: 'c', pipeline: [{$match: {m: M}}, {$out: 'd'}], cursor: {}}",
            "{find: 'd'}");

    private static final List<String> KINDS = List.of(
            "{create: 'c'}",
            "{create: 'c'}",
            "{create: 'c', capped: true, size: 100000}",
            "{create: 'c', capped: true, size: 100000, max: 3}",
            "{create: 'c', clusteredIndex: {key: {_id: 1}, unique: true}}",
            "{create: 'c', validator: {m: {$lt: 2}}}",
            "{create: 'c', collation: {locale: 'en', strength: 2}}");

    private static final Pattern DELETES = Pattern.compile("delete: |remove: true|\\$(?:merge|out)");

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
        String kind = any(KINDS, random);
        String index = any(INDEXES, random);
        boolean refused = (kind.contains("capped") && index.contains("expireAfter"))
                || (kind.contains("collation") && index.contains("text"));
        assumeFalse(refused, "the server makes no such index on such a collection");
        List<List<String>> programs = List.of(program(random), program(random));

        assertSameResults(kind, index, programs);
    }

    /** The two that were found by hand: a condition that comes true, and an array that takes two values. */
    @Test
    void aPartialIndexIsMetByWhoeverMakesItsConditionTrue() throws Exception {
        assertSameResults(
                "{create: 'c'}",
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
                "{create: 'c'}",
                "{key: {n: 1}, unique: true}",
                List.of(
                        List.of(
                                "{insert: 'c', documents: [{_id: 9, n: [8, 9]}]}",
                                "{update: 'c', updates: [{q: {n: 8}, u: {$set: {last: 'A'}}}]}"),
                        List.of("{update: 'c', updates: [{q: {n: 9}, u: {$set: {last: 'B'}}}]}")));
    }

    static List<Long> seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("photofinish.tries", 24))
                .mapToObj(Long::valueOf)
                .toList();
    }

    private static List<String> program(RandomGenerator random) {
        return IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(place -> any(COMMANDS, random)
                        .replaceAll("\\bI\\b", String.valueOf(random.nextInt(2)))
                        .replaceAll("\\bJ\\b", String.valueOf(5 + random.nextInt(2)))
                        .replaceAll("\\bN\\b", String.valueOf(random.nextInt(3)))
                        .replaceAll("\\bM\\b", String.valueOf(random.nextInt(2))))
                .toList();
    }

    private static String any(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private void assertSameResults(String kind, String index, List<List<String>> programs) throws InterruptedException {
        Set<String> all = results(new Strategy.Exhaustive(), kind, index, programs);

        assertThat(results(new Strategy.Reduced(), kind, index, programs))
                .as("%s on %s, %s", programs, kind, index)
                .isEqualTo(all);
    }

    private void given(String kind, String index) {
        List.of("v", "c", "d").forEach(name -> database.collection(name).drop());
        database.database().runCommand(BsonDocument.parse(kind));
        database.database().createView("v", "c", List.of(new Document("$match", new Document("on", true))));
        database.collection("d").insertOne(new Document("_id", 1).append("n", 5));
        database.collection("c")
                .insertMany(List.of(
                        new Document("_id", 0).append("n", 0).append("m", 0).append("same", 1),
                        new Document("_id", 1).append("n", 1).append("m", 0).append("same", 1)));
        BsonDocument definition = BsonDocument.parse(index).append("name", new BsonString("i"));
        database.database().runCommand(new Document("createIndexes", "c").append("indexes", List.of(definition)));
    }

    private Set<String> results(Strategy strategy, String kind, String index, List<List<String>> programs)
            throws InterruptedException {
        given(kind, index);
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
                fresh(kind, index, programs, told::clear),
                () -> GENERATED.matcher(told + " " + all("c") + all("d")).replaceAll("generated"),
                Set.of());
        Exploration<String> exploration = new Explorer(strategy, SETTINGS)
                .explore(
                        contest,
                        (turns, result) -> {
                            results.add(result);
                            return Judgement.HELD;
                        },
                        Watcher.NONE);
        assertThat(exploration.obstacles())
                .as("%s on %s, %s", programs, kind, index)
                .isEmpty();
        return results;
    }

    /** Of a capped collection nothing can be taken back, and what was deleted comes back as the last in natural order. */
    private FreshData fresh(String kind, String index, List<List<String>> programs, Runnable before) {
        boolean moved = programs.stream()
                .flatMap(List::stream)
                .anyMatch(command -> DELETES.matcher(command).find());
        return moved || kind.contains("capped")
                ? written -> {
                    before.run();
                    given(kind, index);
                }
                : new RestoredData(gated.gate().database(), before::run);
    }

    private List<Document> all(String collection) {
        return database.collection(collection).find().into(new ArrayList<>());
    }

    private List<String> run(List<String> program) {
        List<String> answers = new ArrayList<>();
        for (String command : program) {
            try {
                Document reply =
                        gated.shop().client().getDatabase(database.name()).runCommand(BsonDocument.parse(command));
                answers.add(reply.get("n") + " " + reply.get("nModified") + " " + reply.containsKey("writeErrors") + " "
                        + reply.get("value") + " " + reply.get("values") + " "
                        + reply.get("cursor", new Document()).get("firstBatch"));
            } catch (MongoException refused) {
                answers.add(String.valueOf(refused.getCode()));
            }
        }
        return answers;
    }
}
