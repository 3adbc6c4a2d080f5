package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import java.util.List;
import java.util.Map;

/** A contest whose contenders do one thing each, which is done or not. */
record WholeContenders<R>(Contest<R> contest) implements RequestContest<R> {

    @Override
    public List<String> contenders() {
        return contest.contenders();
    }

    @Override
    public Execution<R> begin(List<String> participants) throws CannotBegin, InterruptedException {
        return contest.begin(participants);
    }

    @Override
    public Execution<R> begin(List<String> participants, Map<String, Integer> endsAfter)
            throws CannotBegin, InterruptedException {
        mustBeWhole(endsAfter);
        return contest.begin(participants);
    }

    @Override
    public Execution<R> beginSerially(List<String> order) throws CannotBegin, InterruptedException {
        return contest.beginSerially(order);
    }

    @Override
    public Execution<R> beginSerially(List<String> order, Map<String, Integer> endsAfter)
            throws CannotBegin, InterruptedException {
        mustBeWhole(endsAfter);
        return contest.beginSerially(order);
    }

    @Override
    public boolean bringsAllToTheirFirstStep() {
        return contest.bringsAllToTheirFirstStep();
    }

    private static void mustBeWhole(Map<String, Integer> endsAfter) {
        if (!endsAfter.isEmpty()) {
            throw new IllegalArgumentException("cannot end early: " + endsAfter);
        }
    }
}
