package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the contenders of a round were told, in words. */
record Told(Round round) {

    /** So many contenders a sentence can name. */
    private static final int FEW = 4;

    long count(Outcome outcome) {
        return round.runs().stream().filter(run -> run.outcome() == outcome).count();
    }

    /** Every contender by name, who was told first, while they are few; numbers when they are many. */
    String sentence() {
        if (round.runs().size() > FEW) {
            return count(Outcome.ACCEPTED) + " were accepted and " + count(Outcome.REFUSED) + " refused";
        }
        List<String> finish = round.history().stream()
                .filter(Event.Completion.class::isInstance)
                .map(Event::contender)
                .toList();
        return round.runs().stream()
                .sorted(Comparator.comparingInt(run -> finish.lastIndexOf(run.contender())))
                .map(Told::one)
                .collect(Collectors.joining(", then "));
    }

    private static String one(ContenderRun run) {
        return run.contender() + " was told " + word(run.outcome()) + " ("
                + run.attempts().getLast().told() + ")";
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "yes";
            case REFUSED -> "no";
            case FAILED -> "nothing sure";
        };
    }
}
