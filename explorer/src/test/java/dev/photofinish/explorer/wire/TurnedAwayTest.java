package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A lock in the application's memory that does not wait: who meets it is refused at once, and comes again when it is free. */
@EveryEngine
class TurnedAwayTest {

    private final AtomicBoolean taken = new AtomicBoolean();
    private final Map<String, String> told = new ConcurrentHashMap<>();

    @AutoClose
    private final GatedShop gated;

    TurnedAwayTest(TestDatabase database) throws Exception {
        this.gated = GatedShop.open(database);
    }

    @Test
    void whoHoldsItUntilItHasWrittenIsRight() throws Exception {
        for (Strategy strategy : List.of(new Strategy.Reduced(), new Strategy.Exhaustive())) {
            Exploration<Map<String, String>> found = explore(strategy, true);

            assertThat(found.discoveries()).as(strategy.name()).isEmpty();
            assertThat(found.doubts()).isEmpty();
            assertThat(found.obstacles()).isEmpty();
            assertThat(found.coverage().complete()).isTrue();
        }
    }

    @Test
    void whoLetsGoOfItBeforeItWritesOversells() throws Exception {
        for (Strategy strategy : List.of(new Strategy.Reduced(), new Strategy.Exhaustive())) {
            Exploration<Map<String, String>> found = explore(strategy, false);

            assertThat(found.discoveries()).as(strategy.name()).hasSize(1);
            assertThat(found.discoveries().getFirst().witness().reproduced()).isEqualTo(2);
        }
    }

    @Test
    void theWitnessCanBeReplayed() throws Exception {
        var schedule = explore(new Strategy.Reduced(), false)
                .discoveries()
                .getFirst()
                .witness()
                .schedule();

        Exploration<Map<String, String>> again = explore(new Strategy.Replay(schedule), false);
        assertThat(again.discoveries()).as("%s: %s", schedule, again).hasSize(1);
    }

    private Exploration<Map<String, String>> explore(Strategy strategy, boolean untilItHasWritten)
            throws InterruptedException {
        gated.shop().given();
        WireContest<Map<String, String>> contest = new WireContest<>(
                gated.gate(),
                Shop.contest(takes("A", untilItHasWritten), takes("B", untilItHasWritten)),
                new RestoredData(gated.gate().database(), told::clear),
                () -> Map.copyOf(told),
                Set.of());
        return new Explorer(strategy, new SearchSettings(1_000, Optional.empty(), 0, 2))
                .explore(
                        contest,
                        (turns, answers) -> answers.values().stream().allMatch("granted"::equals)
                                ? Judgement.of(List.of(
                                        new Finding("oversold", Finding.Weight.VIOLATION, "160 granted of 100")))
                                : Judgement.HELD,
                        Watcher.NONE);
    }

    private Callable<?> takes(String contender, boolean untilItHasWritten) {
        return () -> {
            if (!taken.compareAndSet(false, true)) {
                return told.put(contender, "busy");
            }
            int left;
            try {
                left = gated.shop()
                                .collection("stock")
                                .find(Filters.eq("_id", "S-1"))
                                .first()
                                .getInteger("quantity")
                        - 80;
            } finally {
                taken.set(untilItHasWritten);
            }
            try {
                if (left >= 0) {
                    gated.shop().collection("stock").updateOne(Filters.eq("_id", "S-1"), Updates.set("quantity", left));
                }
                return told.put(contender, left >= 0 ? "granted" : "refused");
            } finally {
                if (untilItHasWritten) {
                    taken.set(false);
                }
            }
        };
    }
}
