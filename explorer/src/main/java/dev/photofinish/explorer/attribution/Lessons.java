package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which executions of a contest are lessons. In a lesson the gate waits longer than it has to, to learn which contenders send
 * several commands at once, or go on after their answers.
 *
 * <pre>
 *   lesson ─▶ quick, and nobody does so ─▶ executions ─▶ ...
 *      │                                       │ somebody does so after all
 *      └─▶ slow, or somebody does so ───────▶ lesson ─▶ executions ─▶ ...
 * </pre>
 *
 * One is enough for who is used to what it does. An application that has yet to open a connection or to load code may be too slow
 * for it, and who was found to do so is watched once more. For the explorer's thread.
 */
public final class Lessons {

    /** Between two commands that an application sends at once lies a network, and perhaps a handshake. */
    public static final Duration QUIET = Duration.ofMillis(20);

    private static final Hesitation.Pauses LEARNING = new Hesitation.Pauses(QUIET, Duration.ofMillis(100));
    private static final int MOST = 2;

    private final Set<String> taught = new HashSet<>();
    private int held;
    private boolean inOne;
    private boolean another;

    /**
     * What was seen of an execution.
     *
     * @param unusual who was found for the first time to send several commands at once, or to go on after its answer
     * @param ended whether everybody came to an end
     * @param connections how many the application opened meanwhile
     * @param slowest the longest that a contender took for what it did next
     */
    public record Impression(Set<String> unusual, boolean ended, long connections, Duration slowest) {

        public Impression {
            unusual = Set.copyOf(unusual);
        }

        /** Whether something else that was sent at once may have come after the gate had ceased to wait for it. */
        private boolean isUncertain() {
            return !ended || connections > 0 || slowest.multipliedBy(2).compareTo(QUIET) > 0;
        }
    }

    /** How long the gate waits in an execution in which these take part, and which begins now. */
    public Hesitation.Pauses begin(Collection<String> contenders) {
        inOne = another || !taught.containsAll(contenders);
        if (!inOne) {
            return Hesitation.Pauses.NONE;
        }
        taught.addAll(contenders);
        held++;
        return LEARNING;
    }

    /** Whether the execution that has begun last is one. */
    public boolean isInOne() {
        return inOne;
    }

    /** The execution has ended. */
    public void end(Impression impression) {
        boolean reason = !impression.unusual().isEmpty() || (inOne && impression.isUncertain());
        another = reason && held < MOST;
    }
}
