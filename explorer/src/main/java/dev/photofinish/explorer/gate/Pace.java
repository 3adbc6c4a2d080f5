package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Contest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What one execution of a contest teaches for the next: how long its contenders are silent between an answer and what they do
 * then, which of them send several commands at once, and what goes round without end. One for each contest; any thread.
 */
public final class Pace {

    /** An application's ways change while it warms up, and a machine is busy for a while. */
    private static final int REMEMBERED = 63;

    /** Nothing that an application does by itself, and no machine's standing still, takes so long as a rule. */
    private static final Duration STANDSTILL = Duration.ofSeconds(5);

    private static final Duration STANDSTILL_AGAIN = Duration.ofSeconds(1);

    /** Two contenders, each looked at twice. */
    private static final int KNOWN_TO_STAND_STILL = 4;

    private static final int UNHEARD_OF = 3;

    private final Set<String> parallel = new HashSet<>();
    private final Set<Set<String>> endless = new HashSet<>();
    private final Deque<Duration> silences = new ArrayDeque<>();
    private Duration longestSilence = Duration.ZERO;
    private int standstills;
    private final Volleys volleys = new Volleys();
    private final VolleyOrder order = new VolleyOrder();

    synchronized void silence(Duration silence) {
        longestSilence = silence.compareTo(longestSilence) > 0 ? silence : longestSilence;
        silences.add(silence);
        if (silences.size() > REMEMBERED) {
            silences.remove();
        }
    }

    /**
     * How long a contender is silent in the application as a rule; zero if nothing is known. The median: one request that was the
     * first of an application, or a machine that stood still for a second, is no rule.
     */
    public synchronized Duration typicalSilence() {
        List<Duration> sorted = silences.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    /** After how long those who are all silent in the application, while nobody is held, are taken to wait for each other. */
    synchronized Duration standstill() {
        Duration unheardOf = longestSilence.multipliedBy(UNHEARD_OF);
        Duration atLeast = standstills >= KNOWN_TO_STAND_STILL ? STANDSTILL_AGAIN : STANDSTILL;
        return unheardOf.compareTo(atLeast) > 0 ? unheardOf : atLeast;
    }

    /** Somebody did nothing for so long. */
    synchronized void standsStill() {
        standstills++;
    }

    /** The same of the silence of one alone: once contenders have waited for each other for good, nobody may be answered any more. */
    synchronized Duration givingUp(Duration usual) {
        Duration sooner = standstills >= KNOWN_TO_STAND_STILL ? standstill().multipliedBy(2) : usual;
        return sooner.compareTo(usual) < 0 ? sooner : usual;
    }

    synchronized void sendsSeveral(String contender) {
        parallel.add(contender);
    }

    /** Those that have sent a command before the one before it was answered, or after they had finished. */
    public synchronized Set<String> parallel() {
        return Set.copyOf(parallel);
    }

    /** A contender is taken to have sent everything that it sends before it is answered again. */
    synchronized void came(Volleys.Moment moment, Collection<String> shapes) {
        volleys.came(moment, shapes);
        order.came(shapes.size());
    }

    /** One more came than had been sent then. */
    synchronized void cameLater(Volleys.Moment moment, Collection<String> before, String late) {
        volleys.cameLater(moment, before, late);
        order.came(before.size() + 1);
    }

    /**
     * For how long nothing must have come of a contender that stands at the gate until it is taken to have sent everything.
     *
     * @param quiet where it is known only that it sends several at once
     */
    synchronized Duration patience(String contender, Volleys.Moment moment, Collection<String> shapes, Duration quiet) {
        return parallel.contains(contender) ? volleys.patience(moment, shapes, quiet) : Duration.ZERO;
    }

    /** The same of one that has nothing at the gate and seems to be over. */
    synchronized Duration quiet(String contender, Duration quiet) {
        return parallel.contains(contender) ? quiet : Duration.ZERO;
    }

    /**
     * From now on what a contender sends at once is taken in another order, the opposite one first. While nothing is executed.
     *
     * @return whether there is another; if not, nothing is changed
     */
    public synchronized Contest.Orders nextOrder() {
        return order.next();
    }

    /** From now on it is taken as it was first. While nothing is executed. */
    public synchronized void firstOrder() {
        order.isTheFirst();
    }

    /** Which of the commands that came at once is taken. */
    synchronized <T> T first(Collection<T> came, Function<T, String> shape) {
        return order.first(came, shape);
    }

    /** What was learnt so far may have been another's doing. */
    public synchronized void forget() {
        parallel.clear();
        endless.clear();
        volleys.forget();
    }

    /** Nobody but another contender ends a loop of such commands. */
    synchronized void neverEnds(Collection<String> shapes) {
        endless.add(Set.copyOf(shapes));
    }

    synchronized boolean isKnownNeverToEnd(Collection<String> shapes) {
        return endless.contains(Set.copyOf(shapes));
    }
}
