package dev.photofinish.scenarios.load;

import io.gatling.javaapi.core.Simulation;

/** Two managers invoice the same order, as Gatling's users. */
public final class RapidInvoiceGenerationSimulation extends Simulation {

    private final StagedContest contest = new StagedContest("rapid-invoice-generation");

    public RapidInvoiceGenerationSimulation() throws Exception {
        setUp(contest.gatling().users())
                .protocols(contest.gatling().protocol(contest.api()))
                .assertions(contest.gatling().assertions());
    }

    @Override
    public void after() {
        contest.close();
    }
}
