package dev.photofinish.scenarios.load;

import io.gatling.javaapi.core.Simulation;

/** Two users edit different fields of the same order, as Gatling's users. */
public final class SimultaneousOrderEditingSimulation extends Simulation {

    private final StagedContest contest = new StagedContest("simultaneous-order-editing");

    public SimultaneousOrderEditingSimulation() throws Exception {
        setUp(contest.gatling().users())
                .protocols(contest.gatling().protocol(contest.api()))
                .assertions(contest.gatling().assertions());
    }

    @Override
    public void after() {
        contest.close();
    }
}
