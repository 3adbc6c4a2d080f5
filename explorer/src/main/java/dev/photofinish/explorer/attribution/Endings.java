package dev.photofinish.explorer.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the contenders of an execution are from their ends. Having an answer is none: a contender is over when all that it is
 * known to do after it has come, and no transaction of its own is open.
 *
 * <pre>
 *   runs ─▶ has its answer ─▶ waited for, as long as something is expected of it ─▶ over
 *                                       ▲                                             │ a surprise
 *                                       └─────────────────────────────────────────────┘
 * </pre>
 *
 * Guarded by the {@link Attribution} that uses it.
 */
final class Endings {

    private final Sequels sequels;
    private final Habits habits;
    private final Transactions transactions;
    private final Map<String, Visit> visits = new HashMap<>();
    private final Set<String> over = new LinkedHashSet<>();

    Endings(Sequels sequels, Habits habits, Transactions transactions) {
        this.sequels = sequels;
        this.habits = habits;
        this.transactions = transactions;
    }

    /** For the first time, or with its next request after it was over. */
    void begins(String contender) {
        visits.put(contender, new Visit());
        over.remove(contender);
    }

    Visit visit(String contender) {
        return visits.computeIfAbsent(contender, unseen -> new Visit());
    }

    boolean hasItsAnswer(String contender) {
        return visits.containsKey(contender) && visits.get(contender).way().isPresent();
    }

    /** Whether it has its answer, and everybody else who has begun is over. */
    boolean isAloneAfterItsAnswer(String contender) {
        return hasItsAnswer(contender)
                && visits.keySet().stream().allMatch(other -> other.equals(contender) || over.contains(other));
    }

    /** Whether it has its answer and nothing of it is held or in the database: only time tells whether it is over. */
    boolean mayBeOver(String contender) {
        return hasItsAnswer(contender) && !visit(contender).hasSomethingOpen();
    }

    /** How long to wait for what it may do next. */
    Duration patience(String contender) {
        Duration known = sequels.patience(visit(contender));
        Duration commit = transactions.isOpenOf(contender) ? sequels.settle() : Duration.ZERO;
        return Collections.max(List.of(known, commit));
    }

    /** Whether it had been taken for over, and nothing like this was known to come then. */
    boolean isSurprisedBy(String contender, String shape) {
        return over.contains(contender) && !sequels.expects(visit(contender), shape);
    }

    /** Whether it has not sent such a thing yet, and that it does so now would be no surprise. */
    boolean mayStillSend(String contender, String shape) {
        return !visit(contender).hasSent(shape) && !isSurprisedBy(contender, shape);
    }

    /** Whether nobody has come to such an answer after the same commands. */
    boolean isNewWay(String contender, Told told) {
        return sequels.isNew(visit(contender).wayTo(told));
    }

    void ends(String contender) {
        if (hasItsAnswer(contender)) {
            sequels.learn(visit(contender));
            if (over.add(contender)) {
                habits.hasRun(contender);
            }
        }
    }

    /** Whether nothing more is expected of it. */
    boolean isOver(String contender) {
        return over.contains(contender);
    }

    /** Those that have begun and are not over. */
    List<String> notOver() {
        return visits.keySet().stream()
                .filter(contender -> !over.contains(contender))
                .toList();
    }

    /** Those that have their answers and are still waited for. */
    List<String> waitedFor() {
        List<String> all = new ArrayList<>(visits.keySet());
        all.removeIf(contender -> over.contains(contender) || !hasItsAnswer(contender));
        return all;
    }

    /** For how long nothing must have come until nothing more comes of anybody; for no time if everybody is over. */
    Duration patienceForAll() {
        return over.containsAll(visits.keySet()) ? Duration.ZERO : sequels.patienceForAnybody();
    }

    /** The same where clients have given up, so that nobody knows what the application still does. */
    Duration patienceForTheUnknown() {
        return Collections.max(List.of(sequels.settle(), sequels.patienceForAnybody()));
    }
}
