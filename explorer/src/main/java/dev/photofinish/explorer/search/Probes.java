package dev.photofinish.explorer.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Before anything is left out for being like another: whether contenders that take turns do what their commands alone would have them
 * do. These executions are counted nowhere, but for one that ends in a deadlock. If they do not, every schedule is run; and so it is if a search comes to its end without
 * having seen being broken what was broken here. For one thread.
 */
final class Probes {

    private final Deque<Pilot> left;
    /** By rule. */
    private final Map<String, Finding> found = new LinkedHashMap<>();

    private Probes(List<Pilot> left) {
        this.left = new ArrayDeque<>(left);
    }

    static Probes none() {
        return new Probes(List.of());
    }

    /** From either end on. */
    static Probes of(List<String> contenders) {
        return new Probes(List.of(new Alternating(contenders), new Alternating(contenders.reversed())));
    }

    /** Those that are left. */
    void fly(Flight<?> flight, OutOfSight outOfSight, Search search, Ledger<?> ledger) throws InterruptedException {
        for (Pilot probe = left.poll(); probe != null; probe = left.poll()) {
            Landing landing = flight.fly(probe);
            if (Stuck.isDeadlock(landing)) {
                ledger.add(
                        landing); // nothing may ever be run again: who waits in the application keeps what others wait
                // for
                left.clear();
                return;
            }
            if (outOfSight.notices(landing)) {
                search.trustNothing();
            }
            if (landing instanceof Landing.Judged<?> judged) {
                judged.judgement().findings().forEach(finding -> found.putIfAbsent(finding.rule(), finding));
            }
        }
    }

    /** Whether something was found here and in no schedule. */
    boolean foundMoreThan(Ledger<?> ledger) {
        return onlyHere(ledger).findAny().isPresent();
    }

    /** What was seen once and in no schedule that was run: nobody knows why, so that the contest may not be called held. */
    List<String> doubts(Ledger<?> ledger) {
        return onlyHere(ledger)
                .filter(Finding::isViolation)
                .map(finding -> finding.rule()
                        + " was broken once, where the contenders took turns, and in no schedule that was run.")
                .toList();
    }

    private Stream<Finding> onlyHere(Ledger<?> ledger) {
        return found.values().stream().filter(finding -> !ledger.breaks(finding.rule()));
    }
}
