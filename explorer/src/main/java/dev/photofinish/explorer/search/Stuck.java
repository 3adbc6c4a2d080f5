package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What it means that contenders come no further. */
final class Stuck {

    static final String DEADLOCK = "deadlock";

    private Stuck() {}

    /** Whether all who are left wait in the application. */
    static boolean isInTheApplication(Situation situation) {
        return situation.standings().values().stream()
                .filter(standing -> !(standing instanceof Standing.Finished))
                .allMatch(standing ->
                        standing instanceof Standing.Blocked blocked && blocked.where() == Standing.Where.APPLICATION);
    }

    /** Whether it came to no end since everybody waits for another. */
    static boolean isDeadlock(Landing landing) {
        return landing instanceof Landing.Judged<?> judged
                && judged.judgement().findings().stream()
                        .anyMatch(finding -> finding.rule().equals(DEADLOCK));
    }

    /** A deadlock if each waits for another, a livelock if somebody goes on repeating itself. */
    static Finding in(Situation situation) {
        boolean everybodyBlocked = situation.enabled().isEmpty()
                && situation.standings().values().stream().noneMatch(Standing.Yielding.class::isInstance);
        String rule = everybodyBlocked ? DEADLOCK : "livelock";
        String who = situation.standings().entrySet().stream()
                .map(Stuck::describe)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        return new Finding(
                rule, Finding.Weight.VIOLATION, isInTheApplication(situation) ? ofLocks(situation) + who : who);
    }

    private static String ofLocks(Situation situation) {
        return "%s wait for each other in the application, though no command of theirs is held: a deadlock, as of locks that are taken in opposite orders.\n"
                .formatted(String.join(" and ", blockedIn(situation)));
    }

    static List<String> blockedIn(Situation situation) {
        return situation.standings().entrySet().stream()
                .filter(standing -> standing.getValue() instanceof Standing.Blocked)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String describe(Map.Entry<String, Standing> standing) {
        String contender = standing.getKey();
        return switch (standing.getValue()) {
            case Standing.Blocked blocked -> contender + " is blocked: " + blocked.why();
            case Standing.Yielding yielding -> contender + " goes round in circles: " + yielding.why();
            case Standing.Held held ->
                contender + " would go on for ever: " + held.step().command().text();
            case Standing.Lost lost -> contender + ": " + lost.why();
            case Standing.Finished finished -> "";
        };
    }
}
