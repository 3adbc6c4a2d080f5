package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The extension seen from outside: test classes are run inside the test, and what JUnit reports of them is looked at. */
class EveryEngineTest {

    /** Of every kind, yet all embedded: this is about the extension, not about the servers. */
    private static final TestServers ALL = engine -> SharedServers.OF_THIS_JVM.on(Engine.EMBEDDED);

    private static final TestServers NO_REAL_ONE = engine -> {
        if (engine == Engine.EMBEDDED) {
            return ALL.on(engine);
        }
        throw new DatabaseUnavailable("No " + engine + " here. Fetch one.");
    };

    @Test
    void aTestRunsOnEachEngine() {
        EngineExecutionResults run = run(Runs.class);

        assertThat(displayNames(run)).containsExactly("embedded", "standalone", "replica set");
        run.testEvents().assertStatistics(tests -> tests.started(6).succeeded(6));
    }

    @ClassTemplate
    static class Runs {

        @RegisterExtension
        static final EveryEngineExtension ENGINES = new EveryEngineExtension(ALL, new WhenMissing.Fail());

        @Test
        void one(TestDatabase database) {
            assertThat(database.collection("c").countDocuments()).isZero();
        }

        @Test
        void another(TestDatabase database) {
            assertThat(database.client()).isNotNull();
        }
    }

    @Test
    void eachTestHasADatabaseOfItsOwnWhichIsDroppedAfterwards() {
        SeesOneDatabase.NAMES.clear();

        run(SeesOneDatabase.class).testEvents().assertStatistics(tests -> tests.succeeded(6));

        assertThat(SeesOneDatabase.NAMES).doesNotHaveDuplicates().hasSize(6);
        assertThat(ALL.on(Engine.EMBEDDED).client().listDatabaseNames())
                .doesNotContainAnyElementsOf(SeesOneDatabase.NAMES);
    }

    @ClassTemplate
    static class SeesOneDatabase {

        @RegisterExtension
        static final EveryEngineExtension ENGINES = new EveryEngineExtension(ALL, new WhenMissing.Fail());

        static final List<String> NAMES = new ArrayList<>();

        private final TestDatabase database;

        SeesOneDatabase(TestDatabase database) {
            this.database = database;
        }

        @BeforeEach
        void given(TestDatabase same) {
            same.collection("stock").insertOne(new Document("quantity", 100));
        }

        @Test
        void one(TestDatabase same) {
            sees(same);
        }

        @Test
        void another(TestDatabase same) {
            sees(same);
        }

        private void sees(TestDatabase same) {
            assertThat(same).isSameAs(database);
            assertThat(same.collection("stock").countDocuments()).isEqualTo(1);
            NAMES.add(same.name());
        }
    }

    @Test
    void withoutAServerTestsAreSkippedAloudAndCounted() {
        SkipsWithout.CONSOLE.reset();

        EngineExecutionResults run = run(SkipsWithout.class);

        run.testEvents().assertStatistics(tests -> tests.succeeded(2).skipped(4).failed(0));
        run.testEvents()
                .assertThatEvents()
                .haveExactly(2, event(test(), skippedWithReason("No standalone here. Fetch one.")))
                .haveExactly(2, event(test(), skippedWithReason("No replica set here. Fetch one.")));
        assertThat(SkipsWithout.CONSOLE.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrder(
                        "Photofinish: 2 tests NOT run on a real MongoDB (standalone). No standalone here. Fetch one.",
                        "Photofinish: 2 tests NOT run on a real MongoDB (replica set). No replica set here. Fetch one.");
    }

    @ClassTemplate
    static class SkipsWithout {

        static final ByteArrayOutputStream CONSOLE = new ByteArrayOutputStream();

        @RegisterExtension
        static final EveryEngineExtension ENGINES = new EveryEngineExtension(
                NO_REAL_ONE, new WhenMissing.SkipAndSay(new PrintStream(CONSOLE, true, StandardCharsets.UTF_8)));

        SkipsWithout(TestDatabase database) {
            assertThat(database.name()).isNotEmpty();
        }

        @Test
        void one() {}

        @Test
        void another() {}
    }

    @Test
    void aBuildServerFailsThemInstead() {
        EngineExecutionResults run = run(FailsWithout.class);

        run.testEvents().assertStatistics(tests -> tests.succeeded(1).failed(2).skipped(0));
        run.testEvents()
                .assertThatEvents()
                .haveExactly(1, event(test(), finishedWithFailure(message("No standalone here. Fetch one."))))
                .haveExactly(1, event(test(), finishedWithFailure(message("No replica set here. Fetch one."))));
    }

    @ClassTemplate
    static class FailsWithout {

        @RegisterExtension
        static final EveryEngineExtension ENGINES = new EveryEngineExtension(NO_REAL_ONE, new WhenMissing.Fail());

        @Test
        void needsNoDatabaseItself() {}
    }

    @Test
    void aBuildServerIsKnownByItsVariable() {
        assertThat(WhenMissing.in(Map.of("CI", "true"), System.err)).isEqualTo(new WhenMissing.Fail());
        assertThat(WhenMissing.in(Map.of(), System.err)).isEqualTo(new WhenMissing.SkipAndSay(System.err));
    }

    @Test
    void aClassCanBeRestricted() {
        EngineExecutionResults run = run(OnlyReal.class);

        assertThat(displayNames(run)).containsExactly("standalone", "replica set");
        run.testEvents().assertStatistics(tests -> tests.started(2).succeeded(2).skipped(0));
    }

    @ClassTemplate
    @OnEngine(
            value = {Engine.STANDALONE, Engine.REPLICA_SET},
            because = "upserts")
    static class OnlyReal {

        @RegisterExtension
        static final EveryEngineExtension ENGINES = new EveryEngineExtension(ALL, new WhenMissing.Fail());

        @Test
        void notOnEmbedded(TestDatabase database) {
            assertThat(database.engine()).isNotEqualTo(Engine.EMBEDDED);
        }
    }

    @Test
    void aTestCanBeRestricted() {
        EngineExecutionResults run = run(RestrictsOne.class);

        run.testEvents()
                .assertStatistics(tests -> tests.succeeded(1).skipped(2))
                .assertThatEvents()
                .haveExactly(1, event(test(), skippedWithReason("not on embedded: transactions")))
                .haveExactly(1, event(test(), skippedWithReason("not on standalone: transactions")))
                .haveExactly(1, event(test(), finishedSuccessfully()));
    }

    @ClassTemplate
    static class RestrictsOne {

        @RegisterExtension
        static final EveryEngineExtension ENGINES = new EveryEngineExtension(ALL, new WhenMissing.Fail());

        @Test
        @OnEngine(value = Engine.REPLICA_SET, because = "transactions")
        void transaction(TestDatabase database) {
            assertThat(database.engine()).isEqualTo(Engine.REPLICA_SET);
        }
    }

    @Test
    void aDatabaseBelongsToATestNotToAClass() {
        run(TakesItForTheClass.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("EveryEngineTest$TakesItForTheClass"),
                                finishedWithFailure(
                                        message(text -> text.contains("No ParameterResolver registered")))));
    }

    @ClassTemplate
    static class TakesItForTheClass {

        @RegisterExtension
        static final EveryEngineExtension ENGINES = new EveryEngineExtension(ALL, new WhenMissing.Fail());

        @BeforeAll
        static void given(TestDatabase database) {}

        @Test
        void never() {}
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }

    private static List<String> displayNames(EngineExecutionResults run) {
        return run.containerEvents()
                .started()
                .filter(event -> event.getTestDescriptor()
                        .getUniqueId()
                        .getLastSegment()
                        .getType()
                        .equals("class-template-invocation"))
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }
}
