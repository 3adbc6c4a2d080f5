package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * The shortest schedule that breaks a rule.
 *
 * @param schedule replays it; a turn of several contenders at once is written {@code A+B}
 * @param result what there was to judge; empty if not everybody finished
 * @param attempts how often it was run again
 * @param reproduced how often it broke the rule then
 * @param explanation why it breaks it, if the reads and writes tell
 */
public record Witness<R>(
        Schedule schedule,
        List<Turn> turns,
        Optional<R> result,
        String finding,
        int attempts,
        int reproduced,
        Optional<Explanation> explanation) {}
