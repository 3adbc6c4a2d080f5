package dev.photofinish.scenarios.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody else has written, before the exploration or past its gate, is neither harmed nor blamed on the contest. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "only this process reaches the embedded one")
class OtherPeoplesDataTest {

    private final TestDatabase data;
    private RememberingShop shop;

    OtherPeoplesDataTest(TestDatabase data) {
        this.data = data;
    }

    @BeforeEach
    void open() throws Exception {
        shop = new RememberingShop(data);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource(Fresh.class)
    void whatWasBrokenBeforeIsNotTheContests(Fresh fresh) throws Exception {
        data.collection("things").insertOne(new Document("_id", "old").append("left", -5));

        ExplorationReport explored = shop.explore("take-guarded", fresh);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.HELD);
        assertThat(explored.notes()).contains("nothing-oversold: 1 broke it before the run began.");
    }

    /** With data that are given anew, what a bad schedule leaves is still there in the next. */
    @ParameterizedTest
    @EnumSource(Fresh.class)
    void aBadScheduleIsNotHeldAgainstTheNext(Fresh fresh) throws Exception {
        ExplorationReport explored = shop.explore("take-unguarded", fresh);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.VIOLATED);
        assertThat(explored.coverage().violating())
                .isPositive()
                .isLessThan(explored.coverage().run());
        assertThat(explored.notes()).noneMatch(note -> note.contains("broke it before"));
    }

    @ParameterizedTest
    @EnumSource(Fresh.class)
    void anApplicationThatWritesPastTheGateIsNotJudged(Fresh fresh) throws Exception {
        ExplorationReport explored = shop.explore("take-writing-past", fresh);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(explored.obstacles())
                .singleElement()
                .asString()
                .contains("things (1 document). The application also reaches its database past the gate");
    }

    @ParameterizedTest
    @EnumSource(Fresh.class)
    void norIsOneThatReadsPastIt(Fresh fresh) throws Exception {
        ExplorationReport explored = shop.explore("take-reading-past", fresh);

        assertThat(explored.verdict()).as(explored.toString()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(explored.obstacles())
                .singleElement()
                .asString()
                .contains("The application answers what it cannot have read through the gate");
    }

    @ParameterizedTest
    @CsvSource({"take-guarded, RESTORED", "take-unguarded, RESTORED", "take-guarded, GIVEN"})
    void whoeverWorksBesideItLosesNothing(String scenario, Fresh fresh) throws Exception {
        data.collection("things").insertOne(new Document("_id", "counter").append("left", 1));
        var over = new AtomicBoolean();
        var atWork = new CountDownLatch(1);
        var colleague = new FutureTask<>(() -> {
            int written = 0;
            while (!over.get()) {
                data.collection("things").insertOne(new Document("_id", "colleague-" + written).append("left", 1));
                data.collection("things").updateOne(Filters.eq("_id", "counter"), Updates.inc("left", 1));
                written++;
                atWork.countDown();
            }
            return written;
        });
        Thread.ofPlatform().start(colleague); // nothing of the explorer's keeps it from writing
        atWork.await();

        ExplorationReport explored = shop.explore(scenario, fresh);
        over.set(true);

        int written = colleague.get();
        assertThat(explored.verdict()).as("%s written, %s", written, explored).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(explored.obstacles().toString())
                .contains("Somebody else writes to " + data.name() + ".things past the gate");
        assertThat(IntStream.range(0, written).filter(this::isGone)).isEmpty();
        assertThat(data.collection("things").find(Filters.eq("_id", "counter")).first())
                .containsEntry("left", written + 1);
    }

    private boolean isGone(int document) {
        return data.collection("things").countDocuments(Filters.eq("_id", "colleague-" + document)) == 0;
    }
}
