package dev.photofinish.scenarios.load;

import io.gatling.javaapi.core.Simulation;

/** Two users move the same job from paper slitting to winding, as Gatling's users. */
public final class JobCardStageProgressionSimulation extends Simulation {

    private final StagedContest contest = new StagedContest("job-card-stage-progression");

    public JobCardStageProgressionSimulation() throws Exception {
        setUp(contest.gatling().users())
                .protocols(contest.gatling().protocol(contest.api()))
                .assertions(contest.gatling().assertions());
    }

    @Override
    public void after() {
        contest.close();
    }
}
