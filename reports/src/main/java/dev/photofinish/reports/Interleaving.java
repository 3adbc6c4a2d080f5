package dev.photofinish.reports;

import java.util.List;

/**
 * A schedule that shows a finding, command by command, and what came of it.
 *
 * @param schedule as {@code explore --replay} takes it, such as {@code A B B A}
 * @param lanes each contender's requests and what it was told, in the contenders' order
 * @param evidence what was found against what it should be
 * @param attempts how often the schedule was run again
 * @param reproduced how often it showed the same then
 * @param replay the command that runs it again
 */
public record Interleaving(
        String schedule,
        List<Turn> turns,
        List<Lane> lanes,
        List<Evidence> evidence,
        int attempts,
        int reproduced,
        String replay) {

    public Interleaving {
        turns = List.copyOf(turns);
        lanes = List.copyOf(lanes);
        evidence = List.copyOf(evidence);
    }

    /** The same schedule, which shows something else, or did so more or less often. */
    public Interleaving showing(List<Evidence> other, int times, int shown) {
        return new Interleaving(schedule, turns, lanes, other, times, shown, replay);
    }
}
