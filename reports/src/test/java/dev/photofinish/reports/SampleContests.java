package dev.photofinish.reports;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What races of single scenarios came to. */
public final class SampleContests {

    private SampleContests() {}

    public static ContestBuilder contest(String scenario, String title, DeploymentInfo deployment) {
        return new ContestBuilder(scenario, title, deployment);
    }

    public static ContestReport stock(DeploymentInfo deployment, Tally tally, List<Witness> witnesses) {
        ContestBuilder contest = contest(
                        "concurrent-stock-allocation", "Two users allocate 80 of the same 100 units", deployment)
                .source("Test Scenario 1")
                .tally(tally);
        if (tally.violated() > 0) {
            contest.broken(new BrokenRule("accepted: 1", "Exactly one contender is accepted", tally.violated()));
            contest.broken(
                    new BrokenRule("stock-conserved", "Stock is what its movements add up to", tally.violated()));
        }
        witnesses.forEach(contest::witness);
        return contest.build();
    }

    public static ContestReport orders(DeploymentInfo deployment, Tally tally, List<Witness> witnesses) {
        ContestBuilder contest = contest(
                        "simultaneous-order-editing", "Two users edit different fields of the same order", deployment)
                .source("Test Scenario 2")
                .tally(tally)
                .spread(Optional.of(new Spread(Spread.SeenAt.RELEASE, tally.rounds(), 3.4, 5.9, 14.2)));
        if (tally.violated() > 0) {
            contest.broken(new BrokenRule(
                    "both preserved, or conflict warned",
                    "Both changes are kept, or one user is told of the conflict",
                    tally.violated()));
        }
        witnesses.forEach(contest::witness);
        return contest.build();
    }

    /** Most often violated when released together, hardly at ±5 ms. */
    public static List<SweepPoint> sweep() {
        return IntStream.rangeClosed(-10, 10)
                .mapToObj(step -> {
                    int violated = Math.max(0, 48 - step * step);
                    return new SweepPoint(step * 500L, new Tally(50 - violated, violated, 0));
                })
                .toList();
    }
}
