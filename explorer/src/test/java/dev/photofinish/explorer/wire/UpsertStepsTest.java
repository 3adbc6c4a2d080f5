package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An upsert looks and inserts, and on a server for tests both are steps that can be told apart. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "failpoints")
class UpsertStepsTest {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final TestDatabase database;

    @AutoClose
    private final GatedShop gated;

    private final Shop shop;

    UpsertStepsTest(TestDatabase database) throws Exception {
        this.database = database;
        this.gated = GatedShop.open(database);
        this.shop = gated.shop();
    }

    @Test
    void twoUpsertsWithoutAUniqueIndexLeaveTwoDocumentsWheneverBothHaveLookedFirst() throws Exception {
        database.database().createCollection("weeks");

        Exploration<Long> exploration = Explorations.exhaustive(
                contest(upserts("A", "weeks", week()), upserts("B", "weeks", week())), documents -> documents > 1);

        assertThat(exploration.coverage().steps().values()).containsExactly(2, 2);
        assertThat(exploration.coverage().run()).isEqualTo(6);
        assertThat(exploration.coverage().violating()).isEqualTo(4);
        assertThat(exploration.coverage().togetherPairs()).isZero();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.obstacles()).isEmpty();
    }

    @Test
    void theWitnessShowsALookAndAnInsert() throws Exception {
        database.database().createCollection("weeks");

        Exploration<Long> exploration = Explorations.reduced(
                contest(upserts("A", "weeks", week()), upserts("B", "weeks", week())), documents -> documents > 1, 3);

        var duplicate = exploration.discoveries().getFirst();
        assertThat(duplicate.serial()).isFalse();
        assertThat(duplicate.witness().reproduced()).isEqualTo(3);
        assertThat(duplicate.witness().schedule().isSampled()).isFalse();
        assertThat(duplicate.witness().turns().getFirst().answers().getFirst().text())
                .isEqualTo("nothing; about to insert");
        assertThat(duplicate.witness().turns().getLast().answers().getFirst().text())
                .isEqualTo("1 inserted");
    }

    @Test
    void anUpsertThatFindsItsDocumentIsOneStep() throws Exception {
        database.collection("weeks").insertOne(new Document("employee", "e").append("week", 1));

        Exploration<Long> exploration = Explorations.exhaustive(
                contest(upserts("A", "weeks", week()), upserts("B", "weeks", week())), documents -> documents > 1);

        assertThat(exploration.coverage().steps().values()).containsExactly(1, 1);
        assertThat(exploration.coverage().run()).isEqualTo(2);
        assertThat(exploration.coverage().violating()).isZero();
        assertThat(exploration.coverage().complete()).isTrue();
    }

    @Test
    void oneThatAUniqueIndexGuardsIsOneStepToo() throws Exception {
        database.collection("weeks")
                .createIndex(Indexes.ascending("employee", "week"), new IndexOptions().unique(true));

        Exploration<Long> exploration = Explorations.exhaustive(
                contest(upserts("A", "weeks", week()), upserts("B", "weeks", week())), documents -> documents > 1);

        assertThat(exploration.coverage().run()).isEqualTo(2);
        assertThat(exploration.coverage().violating()).isZero();
        assertThat(exploration.coverage().togetherPairs()).isZero();
        assertThat(exploration.coverage().complete()).isTrue();
    }

    @Test
    void anyOtherUpsertIsStoppedTooWhileOneStandsThere() throws Exception {
        database.database().createCollection("weeks");
        database.database().createCollection("counters");

        Exploration<Long> exploration = Explorations.exhaustive(
                contest(upserts("A", "weeks", week()), upserts("B", "counters", Filters.eq("_id", 1))),
                documents -> documents != 1);

        assertThat(exploration.coverage().violating()).isZero();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.obstacles()).isEmpty();
    }

    @Test
    void nobodyIsStoppedAfterwards() throws Exception {
        database.database().createCollection("weeks");
        WireContest<Long> contest = contest(upserts("A", "weeks", week()), upserts("B", "weeks", week()));

        try (var execution = contest.begin(List.of("A", "B"))) {
            execution.let(Set.of("A"));
            execution.let(Set.of("B"));
        }

        assertThat(database.collection("others")
                        .updateOne(Filters.eq("a", 1), Updates.set("b", 1), UPSERT)
                        .getUpsertedId())
                .isNotNull();
        assertThat(contest.bystanders().notes())
                .singleElement()
                .asString()
                .contains("hangBeforeUpsertPerformsInsert", "every upsert of that server waits");
    }

    private static Bson week() {
        return Filters.and(Filters.eq("employee", "e"), Filters.eq("week", 1));
    }

    private Callable<?> upserts(String contender, String collection, Bson filter) {
        return shop.told(
                contender, () -> shop.collection(collection).updateOne(filter, Updates.inc("hours", 1), UPSERT));
    }

    private WireContest<Long> contest(Callable<?> first, Callable<?> second) {
        return new WireContest<>(
                gated.gate(),
                Shop.contest(first, second),
                new RestoredData(gated.gate().database(), () -> {}),
                () -> database.collection("weeks").countDocuments(),
                Set.of());
    }
}
