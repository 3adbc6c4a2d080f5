package dev.photofinish.scenarios.load;

import io.gatling.javaapi.core.Simulation;

/** Two users allocate 80 of the same 100 units, as Gatling's users. */
public final class ConcurrentStockAllocationSimulation extends Simulation {

    private final StagedContest contest = new StagedContest("concurrent-stock-allocation");

    public ConcurrentStockAllocationSimulation() throws Exception {
        setUp(contest.gatling().users())
                .protocols(contest.gatling().protocol(contest.api()))
                .assertions(contest.gatling().assertions());
    }

    @Override
    public void after() {
        contest.close();
    }
}
