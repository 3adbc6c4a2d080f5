package dev.photofinish.explorer.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges what went past the gate while contenders ran, against what did while nobody ran. Pure: everybody who looks tells it what was
 * seen. Any thread: one lock.
 *
 * <pre>
 *   a collection of the contest   read while contenders ran, more often than while nobody did    nothing may be called held
 *                                 as often while nobody ran                                       somebody else: a note
 *   another of its databases      written in most executions, more often than while nobody ran    nothing may be called held
 * </pre>
 */
final class PastTheGate {

    /** So many standard deviations are no chance. */
    private static final double CERTAIN = 4;

    private static final int FEW_EXECUTIONS = 2;

    private final Tracks executed = new Tracks();
    private final Tracks idle;

    /** @param idle while nobody ran: by whomever it is filled, under its own lock */
    PastTheGate(Tracks idle) {
        this.idle = idle;
    }

    synchronized void executed(Surplus surplus) {
        executed.add(surplus);
    }

    synchronized Duration executedFor() {
        return executed.time();
    }

    /** Why nothing that is explored could be trusted, as far as it is so in most executions. */
    synchronized Optional<String> everyTime(Set<String> used) {
        List<String> sentences = new ArrayList<>();
        for (String namespace : executed.namespaces()) {
            if (used.contains(namespace) && isMostly(reads(namespace)) && isMoreThanIdle(reads(namespace))) {
                sentences.add(sentence(namespace, "reads", reads(namespace)));
            } else if (isBeside(namespace, used) && isMostly(writes(namespace)) && isMoreThanIdle(writes(namespace))) {
                sentences.add(sentence(namespace, "writes", writes(namespace)));
            }
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    /** Why what was explored may not be called held. */
    synchronized List<String> doubts(Set<String> used) {
        List<String> sentences = new ArrayList<>();
        for (String namespace : executed.namespaces()) {
            if (used.contains(namespace)
                    && reads(namespace).apply(executed).often() > 0
                    && isMoreThanIdle(reads(namespace))) {
                sentences.add(sentence(namespace, "reads", reads(namespace)));
            }
        }
        everyTime(used).filter(sentence -> sentences.isEmpty()).ifPresent(sentences::add);
        return sentences;
    }

    /** What else is worth knowing. */
    synchronized List<String> notes(Set<String> used) {
        return executed.namespaces().stream()
                .filter(used::contains)
                .filter(namespace -> reads(namespace).apply(executed).often() > 0 && !isMoreThanIdle(reads(namespace)))
                .map(namespace -> "Somebody else reads " + namespace + " past the gate, whether contenders run or not: "
                        + seen(reads(namespace)) + ". That is no part of the contest.")
                .toList();
    }

    private static Function<Tracks, Tracks.Track> reads(String namespace) {
        return tracks -> tracks.reads(namespace);
    }

    private static Function<Tracks, Tracks.Track> writes(String namespace) {
        return tracks -> tracks.writes(namespace);
    }

    /** Not a collection that contenders' commands were about, but in one of the same databases. */
    private static boolean isBeside(String namespace, Set<String> used) {
        return !used.contains(namespace)
                && used.stream().anyMatch(one -> Surplus.database(one).equals(Surplus.database(namespace)));
    }

    private boolean isMostly(Function<Tracks, Tracks.Track> what) {
        int times = what.apply(executed).times();
        return times >= FEW_EXECUTIONS && 2 * times >= executed.times();
    }

    /** Both are counted, and so both vary by chance; with Poisson's variance. */
    private boolean isMoreThanIdle(Function<Tracks, Tracks.Track> what) {
        double expected;
        double ratio;
        synchronized (idle) {
            expected = idle.expectedIn(executed.time(), what);
            ratio = expected == 0 ? 0 : idle.ratio(executed.time());
        }
        double deviation = Math.sqrt(expected * (1 + ratio));
        return what.apply(executed).often() > expected + CERTAIN * deviation;
    }

    private String sentence(String namespace, String does, Function<Tracks, Tracks.Track> what) {
        String who = isMostly(what) ? "The application" : "The application, or somebody else,";
        return ("%s %s %s past the gate while contenders run: %s. What is done there is neither held nor explored."
                        + " Give the application the gate's address wherever it has its MongoDB's, and stop what else uses this"
                        + " database.")
                .formatted(who, does, namespace, seen(what));
    }

    private String seen(Function<Tracks, Tracks.Track> what) {
        Tracks.Track ran = what.apply(executed);
        synchronized (idle) {
            long nobody = what.apply(idle).often();
            return "%s in %d of %d executions, and %s in the %s in which nobody ran"
                    .formatted(
                            times(ran.often()),
                            ran.times(),
                            executed.times(),
                            nobody == 0 ? "not once" : times(nobody),
                            String.format(Locale.ROOT, "%.1f s", idle.time().toNanos() / 1e9));
        }
    }

    private static String times(long often) {
        return often == 1 ? "once" : often + " times";
    }
}
