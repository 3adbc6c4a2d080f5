package dev.photofinish.scenarios.load;

import io.gatling.javaapi.core.Simulation;

/** Two managers approve the same timesheet, as Gatling's users. */
public final class ConcurrentTimesheetApprovalSimulation extends Simulation {

    private final StagedContest contest = new StagedContest("concurrent-timesheet-approval");

    public ConcurrentTimesheetApprovalSimulation() throws Exception {
        setUp(contest.gatling().users())
                .protocols(contest.gatling().protocol(contest.api()))
                .assertions(contest.gatling().assertions());
    }

    @Override
    public void after() {
        contest.close();
    }
}
