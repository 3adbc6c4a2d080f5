package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.photofinish.explorer.attribution.Bystanders;
import dev.photofinish.explorer.oracle.JoinedJudge;
import dev.photofinish.explorer.oracle.Result;
import dev.photofinish.explorer.oracle.SerialOracle;
import dev.photofinish.explorer.search.Discovery;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An application on FastAPI, with an async driver, counts its invoices to number them, as Misty does. */
@EveryEngine
@OnEngine(
        value = {Engine.STANDALONE, Engine.REPLICA_SET},
        because = "the embedded database is too old for today's drivers")
class InvoicesExploredTest {

    private static final String NUMBERED_ONCE = "every invoice has a number of its own";

    private final TestDatabase database;

    InvoicesExploredTest(TestDatabase database) {
        this.database = database;
    }

    /** Of 924 interleavings 262 let A insert before B counts, and as many the other way round. */
    @Test
    @OnEngine(value = Engine.STANDALONE, because = "these are many; the fewer that matter are run everywhere")
    void whereBothCountBeforeEitherInsertsANumberComesTwice() throws Exception {
        Exploration<Result> exploration = explore(new Strategy.Exhaustive());

        assertThat(exploration.coverage().run()).isEqualTo(924);
        assertThat(exploration.coverage().violating()).isEqualTo(400);
        assertThat(exploration.discoveries()).extracting(Discovery::schedules).containsExactly(400L, 400L);
        hasTheVerdicts(exploration);
    }

    @Test
    void theFewThatMatterSayTheSame() throws Exception {
        Exploration<Result> exploration = explore(new Strategy.Reduced());

        assertThat(exploration.coverage().run()).isEqualTo(10);
        assertThat(exploration.coverage().violating()).isEqualTo(4);
        hasTheVerdicts(exploration);
    }

    private Exploration<Result> explore(Strategy strategy) throws Exception {
        Optional<String> missing = Language.ASYNC_PYTHON.prepare();
        assumeTrue(missing.isEmpty(), () -> "Nothing was invoiced: " + missing.orElse(""));
        try (WireGate gate = TestGates.open(database.uri());
                ForeignShop shop = ForeignShop.open(Language.ASYNC_PYTHON, gate.connectionString(), database.name())) {
            var contest = ForeignContest.begin(Errand.INVOICE, database, gate, shop);
            Judge<Result> judge = new JoinedJudge<>(this::numberedOnce, contest.oracle());
            Exploration<Result> exploration = contest.explore(strategy, judge, Watcher.NONE);
            assertThat(contest.bystanders()).isEqualTo(new Bystanders(Map.of(), Map.of(), Set.of(), Set.of()));
            return exploration;
        }
    }

    private Judgement numberedOnce(List<?> turns, Result result) {
        var invoices = result.after().getOrDefault(database.name() + ".invoices", List.of());
        assertThat(invoices).hasSize(2);
        long numbers = invoices.stream()
                .map(invoice -> invoice.get("invoice_number"))
                .distinct()
                .count();
        return numbers == 2
                ? Judgement.HELD
                : Judgement.of(List.of(new Finding(NUMBERED_ONCE, Finding.Weight.VIOLATION, "one number for two")));
    }

    private static void hasTheVerdicts(Exploration<?> exploration) {
        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().steps()).isEqualTo(Map.of("A", 6, "B", 6));
        assertThat(exploration.discoveries())
                .extracting(found -> found.finding().rule())
                .containsExactlyInAnyOrder(NUMBERED_ONCE, SerialOracle.RULE);
        assertThat(exploration.discoveries()).noneMatch(Discovery::serial);
    }
}
