package dev.photofinish.explorer.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What shows only where somebody begins when another is over, while a third still waits in the application: a few executions of
 * which none is counted. For one thread.
 */
final class LateBeginners {

    /** Of four contenders there are twelve. */
    private static final int MOST = 12;

    private final List<LateBeginner> pilots = new ArrayList<>();
    /** By rule. */
    private final Map<String, String> doubts = new TreeMap<>();

    LateBeginners(List<String> contenders) {
        for (String first : contenders) {
            for (String second : contenders) {
                if (!first.equals(second) && pilots.size() < MOST) {
                    pilots.add(new LateBeginner(first, second, contenders));
                }
            }
        }
    }

    void fly(Flight<?> flight, Watcher watcher) throws InterruptedException {
        for (LateBeginner pilot : pilots) {
            if (!watcher.stop() && flight.flyFromTheDoor(pilot) instanceof Landing.Judged<?> judged) {
                judged.judgement().findings().stream()
                        .filter(Finding::isViolation)
                        .forEach(finding -> doubts.putIfAbsent(finding.rule(), sentence(finding, pilot)));
            }
        }
    }

    /** Why the contest may not be called held, a sentence each. */
    Collection<String> doubts() {
        return doubts.values();
    }

    private static String sentence(Finding finding, LateBeginner pilot) {
        return "%s was broken once, where the others began when %s was over, while %s waited in the application, as for a lock: who comes"
                        .formatted(finding.rule(), pilot.first(), pilot.second())
                + " then may not be kept out by it. In no schedule that was run.";
    }
}
