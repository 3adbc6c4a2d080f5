package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.driver.DriverContest;
import dev.photofinish.explorer.search.Discovery;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that an exploration has to say for itself.
 *
 * @param ground how the data were made
 * @param rules how many the test has
 */
record Evidence(
        Strategy strategy,
        Exploration<Played> exploration,
        SerialOrders serial,
        DriverContest<Played> contest,
        RulesJudge judge,
        Ground ground,
        int rules) {

    /** Rules that schedules break. */
    List<Discovery<Played>> violations() {
        return exploration.discoveries().stream()
                .filter(discovery -> discovery.finding().isViolation())
                .toList();
    }

    /** Rules that are broken with one call after the other, and in no schedule. */
    List<SerialOrders.Broken> brokenOnlySerially() {
        Set<String> known = Set.copyOf(
                violations().stream().map(found -> found.finding().rule()).toList());
        return serial.broken().values().stream()
                .filter(broken -> !known.contains(broken.finding().rule()))
                .toList();
    }

    /** Why not even what was found can be believed. */
    List<String> spoiled() {
        List<String> all = new ArrayList<>(contest.pastTheGate());
        ground.complaint(contest.written()).ifPresent(all::add);
        return all;
    }

    /** Why a pass would prove nothing, though no rule was broken: a sentence each. */
    List<String> doubts() {
        List<String> all = new ArrayList<>(exploration.doubts());
        all.addAll(exploration.unsafe());
        all.addAll(serial.obstacles());
        if (rules == 0) {
            all.add("There is no rule, so that only a call that fails could have failed the test. Say what must hold"
                    + " after every schedule: mustHold(…).");
        }
        boolean any = exploration.coverage().run() + exploration.coverage().togetherRuns() > 0;
        if (!any) {
            all.add("No schedule was run.");
        } else if (!judge.somebodyWasAccepted()) {
            all.add("Every call was refused in every schedule, so that nobody could have been in another's way. Let"
                    + " the data be such that at least one is accepted.");
        }
        notReproduced().ifPresent(all::add);
        return all;
    }

    private Optional<String> notReproduced() {
        return strategy instanceof Strategy.Replay replay
                ? Optional.of(
                        ("The schedule \"%s\" was run, and broke no rule. What it showed is mended, or does not show"
                                        + " every time; for all the others, run the test without -D%s.")
                                .formatted(replay.schedule(), Rerun.REPLAY))
                : Optional.empty();
    }
}
