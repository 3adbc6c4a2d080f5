package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command of several writes is carried out write by write, and others come in between. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "failpoints, and the answers of a real server")
class ManyWritesStepsTest {

    private final TestDatabase database;
    private final Map<String, Document> told = new ConcurrentHashMap<>();

    @AutoClose
    private final GatedShop gated;

    ManyWritesStepsTest(TestDatabase database) throws Exception {
        this.database = database;
        this.gated = GatedShop.open(database);
    }

    @BeforeEach
    void given() {
        given(2);
    }

    private void given(int documents) {
        database.collection("c").drop();
        database.collection("c")
                .insertMany(IntStream.range(0, documents)
                        .mapToObj(
                                id -> new Document("_id", id).append("list", 1).append("owner", "-"))
                        .toList());
    }

    @Test
    void twoUpdatesOfManyLeaveAMixtureWhenOneOvertakesTheOtherInTheMiddle() throws Exception {
        Exploration<String> exploration =
                Explorations.exhaustive(contest(claims("A"), claims("B")), ManyWritesStepsTest::isMixed);

        assertThat(exploration.coverage().steps().values()).containsExactly(2, 2);
        assertThat(exploration.coverage().run()).isEqualTo(6);
        assertThat(exploration.coverage().violating()).isEqualTo(2);
        assertThat(exploration.coverage().togetherPairs()).isZero();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.obstacles()).isEmpty();
    }

    @Test
    void theMixtureComesBackWheneverItsScheduleIsRunAgain() throws Exception {
        Exploration<String> exploration =
                Explorations.reduced(contest(claims("A"), claims("B")), ManyWritesStepsTest::isMixed, 3);

        var mixture = exploration.discoveries().getFirst();
        assertThat(mixture.serial()).isFalse();
        assertThat(mixture.witness().schedule().isSampled()).isFalse();
        assertThat(mixture.witness().reproduced()).isEqualTo(3);
        assertThat(mixture.witness()
                        .turns()
                        .getLast()
                        .steps()
                        .getFirst()
                        .command()
                        .text())
                .startsWith("write 2: update c {_id: 1, list: 1}");
    }

    @Test
    void whoChangesOneDocumentComesInBetweenToo() throws Exception {
        Exploration<String> exploration = Explorations.exhaustive(
                contest(
                        claims("A"),
                        "{update: 'c', updates: [{q: {_id: 0}, u: {$set: {owner: 'B'}}}, {q: {_id: 1}, u: {$set:"
                                + " {owner: 'B'}}}]}"),
                ManyWritesStepsTest::isMixed);

        assertThat(exploration.coverage().steps().values()).containsExactly(2, 2);
        assertThat(exploration.coverage().violating()).isEqualTo(2);
    }

    @Test
    void aDocumentThatIsNotFoundAnyMoreIsLeftAlone() throws Exception {
        Exploration<String> exploration = Explorations.exhaustive(
                contest(
                        "{update: 'c', updates: [{q: {owner: '-'}, u: {$set: {owner: 'A'}}, multi: true}]}",
                        "{update: 'c', updates: [{q: {owner: '-'}, u: {$set: {owner: 'B'}}, multi: true}]}"),
                ManyWritesStepsTest::isMixed);

        assertThat(exploration.coverage().violating()).isPositive();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(told.values().stream()
                        .mapToInt(reply -> reply.getInteger("n"))
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void ofMoreThanFourDocumentsTheMiddleIsOneStepAndSampled() throws Exception {
        given(7);

        Exploration<String> exploration =
                Explorations.exhaustive(contest(claims("A"), claims("B")), ManyWritesStepsTest::isMixed);

        assertThat(exploration.coverage().steps().values()).containsExactly(3, 3);
        assertThat(exploration.coverage().run()).isEqualTo(20);
        assertThat(exploration.coverage().violating()).isPositive();
        assertThat(exploration.coverage().togetherPairs()).isPositive();
    }

    @Test
    void ofVeryManyDocumentsTheCommandGoesAsItIsAfterALook() throws Exception {
        given(201);

        Exploration<String> exploration = Explorations.exhaustive(contest(claims("A"), claims("B")), owners -> false);

        assertThat(exploration.coverage().steps().values()).containsExactly(2, 2);
        assertThat(exploration.coverage().togetherPairs()).isPositive();
        assertThat(exploration.coverage().complete()).isFalse();
    }

    @Test
    void anUpsertOfManyThatFindsNothingStopsBeforeItInserts() throws Exception {
        String upsert = "{update: 'c', updates: [{q: {list: 2}, u: {$set: {owner: '-'}}, multi: true, upsert: true}]}";

        Exploration<String> exploration =
                Explorations.exhaustive(contest(upsert, upsert), owners -> owners.length() > 3);

        assertThat(exploration.coverage().steps().values()).containsExactly(2, 2);
        assertThat(exploration.coverage().violating()).isEqualTo(4);
        assertThat(exploration.coverage().togetherPairs()).isZero();
    }

    @Test
    void severalUpsertsOfOneCommandStopEachBeforeItInserts() throws Exception {
        String upserts =
                "{update: 'c', updates: [{q: {list: 2}, u: {$set: {owner: '-'}}, upsert: true}, {q: {list: 3}, u:"
                        + " {$set: {owner: '-'}}, upsert: true}]}";

        Exploration<String> exploration =
                Explorations.reduced(contest(upserts, upserts), owners -> owners.length() > 4, 1);

        assertThat(exploration.coverage().steps().values()).containsExactly(4, 4);
        assertThat(exploration.coverage().violating()).isPositive();
        assertThat(exploration.coverage().togetherPairs()).isZero();
        assertThat(exploration.obstacles()).isEmpty();
    }

    /** What the application is answered is what the server would have answered. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{update: 'c', updates: [{q: {list: 1}, u: {$set: {owner: 'A'}}, multi: true}]}",
                "{update: 'c', updates: [{q: {list: 1}, u: {$set: {list: 1}}, multi: true}]}",
                "{update: 'c', updates: [{q: {list: 9}, u: {$set: {owner: 'A'}}, multi: true}]}",
                "{update: 'c', updates: [{q: {list: 1}, u: [{$set: {owner: '$_id'}}], multi: true}]}",
                "{update: 'c', updates: [{q: {_id: {$gte: 1}}, u: {$set: {owner: 'A'}}, multi: true, hint: {_id: 1}}]}",
                "{update: 'c', updates: [{q: {list: 1}, u: {$set: {u: 1}}, multi: true}, {q: {_id: 0}, u: {$set:"
                        + " {owner: 'A'}}}]}",
                "{update: 'c', updates: [{q: {list: 1}, u: {$set: {u: 1}}, multi: true}, {q: {_id: 0}, u: {$set:"
                        + " {owner: 'A'}}}], ordered: false}",
                "{update: 'c', updates: [{q: {_id: 7}, u: {$set: {owner: 'A'}}, upsert: true}, {q: {_id: 8}, u: {$set:"
                        + " {owner: 'A'}}, upsert: true}]}",
                "{update: 'c', updates: [{q: {list: 1}, u: {$inc: {owner: 1}}, multi: true}, {q: {_id: 0}, u: {$set:"
                        + " {owner: 'A'}}}]}",
                "{update: 'c', updates: [{q: {list: 9}, u: {$nonsense: 1}, multi: true}, {q: {_id: 0}, u: {$set:"
                        + " {owner: 'A'}}}]}",
                "{update: 'c', updates: [{q: {_id: 0}, u: {$set: {owner: 'A'}}}, {q: {_id: 9}, u: {$set: {owner:"
                        + " 'A'}}}, {q: {owner: 'A'}, u: {$set: {list: 3}}, multi: true}]}",
                "{delete: 'c', deletes: [{q: {list: 1}, limit: 0}]}",
                "{delete: 'c', deletes: [{q: {_id: 0}, limit: 1}, {q: {list: 1}, limit: 0}, {q: {list: 1}, limit: 0}]}",
                "{delete: 'c', deletes: [{q: {list: {$nonsense: 1}}, limit: 0}]}"
            })
    void itIsAnsweredAsTheServerAnswers(String command) throws Exception {
        given(3);
        database.database()
                .runCommand(BsonDocument.parse(
                        "{createIndexes: 'c', indexes: [{key: {u: 1}, name: 'u', unique: true, sparse: true}]}"));
        Document direct = comparable(answer(database.database()::runCommand, command));
        List<Document> left = database.collection("c").find().into(new ArrayList<>());
        given(3);
        database.database()
                .runCommand(BsonDocument.parse(
                        "{createIndexes: 'c', indexes: [{key: {u: 1}, name: 'u', unique: true, sparse: true}]}"));

        Explorations.exhaustive(contest(command, "{find: 'other'}"), owners -> false);

        assertThat(comparable(told.getOrDefault("A", new Document()))).isEqualTo(direct);
        try (var execution = contest(command, "{find: 'other'}").begin(List.of("A"))) {
            while (!execution.situation().over()) {
                execution.let(Set.of("A"));
            }
        }
        assertThat(database.collection("c").find().into(new ArrayList<>())).isEqualTo(left);
    }

    private static Document comparable(Document reply) {
        Document all = new Document(reply);
        all.keySet().removeAll(Set.of("$clusterTime", "operationTime", "opTime", "electionId"));
        return all;
    }

    private static boolean isMixed(String owners) {
        return owners.replace("-", "").chars().distinct().count() > 1;
    }

    private static String claims(String who) {
        return "{update: 'c', updates: [{q: {list: 1}, u: {$set: {owner: '" + who + "'}}, multi: true}]}";
    }

    private WireContest<String> contest(String first, String second) {
        told.clear();
        return new WireContest<>(
                gated.gate(),
                Shop.contest(sends("A", first), sends("B", second)),
                new RestoredData(gated.gate().database(), () -> {}),
                () -> database.collection("c").find().into(new ArrayList<>()).stream()
                        .map(document -> String.valueOf(document.get("owner")))
                        .collect(Collectors.joining()),
                Set.of());
    }

    private Callable<?> sends(String contender, String command) {
        return () ->
                told.put(contender, answer(gated.shop().client().getDatabase(database.name())::runCommand, command));
    }

    private static Document answer(Function<BsonDocument, Document> run, String command) {
        try {
            return run.apply(BsonDocument.parse(command));
        } catch (MongoException refused) {
            return new Document("code", refused.getCode());
        }
    }
}
