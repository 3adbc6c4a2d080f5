package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.step.Command;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a contest's contenders do as a rule: the shapes of each one's first, second, third step. Learnt from commands that can
 * only be of one of them, and asked where a command may be of several. Guarded by the {@link Attribution} that uses it.
 */
final class Habits {

    /** A contender that has run so often has shown what it does; whatever is new is worth a second look. */
    private static final int OFTEN = 2;

    /** So often was a command none of a contender's that it need not be proven again. */
    private static final int PROVEN = 3;

    private final Map<Occasion, Set<String>> shapes = new HashMap<>();
    private final Map<String, Set<String>> repertoires = new HashMap<>();
    private final Map<String, Integer> runs = new HashMap<>();
    private final Map<Deed, Repeated> repeated = new HashMap<>();
    private final Map<String, Integer> acquittals = new HashMap<>();
    private final Places places = new Places();
    private final Set<String> hasty = new HashSet<>();
    private boolean wokenFirst;

    /** @param index which step of the contender, from 1 */
    record Occasion(String contender, int index) {}

    private record Deed(String contender, String shape) {}

    /** In how many runs it was done, and in which the last time. */
    private record Repeated(int times, int lastRun) {

        static final Repeated NEVER = new Repeated(0, -1);
    }

    /** The contender has sent such a command. */
    void does(String contender, Command command) {
        Deed deed = new Deed(contender, command.shape());
        int run = runs.getOrDefault(contender, 0);
        Repeated before = repeated.getOrDefault(deed, Repeated.NEVER);
        if (before.lastRun() != run) {
            repeated.put(deed, new Repeated(before.times() + 1, run));
        }
        repertoires.computeIfAbsent(contender, unseen -> new HashSet<>()).add(command.shape());
        places.areUsedBy(command);
    }

    /** Where contenders work. */
    Places places() {
        return places;
    }

    /** The contender has come to its end. */
    void hasRun(String contender) {
        runs.merge(contender, 1, Integer::sum);
    }

    /** Whether the contender is well known, and never did such a thing. */
    boolean isNewOf(String contender, String shape) {
        return isWellKnown(contender) && !knows(contender, shape);
    }

    boolean isWellKnown(String contender) {
        return runs.getOrDefault(contender, 0) >= OFTEN;
    }

    boolean knows(String contender, String shape) {
        return repertoires.getOrDefault(contender, Set.of()).contains(shape);
    }

    /** Whether any contender ever did such a thing. */
    boolean isSomebodys(String shape) {
        return repertoires.values().stream().anyMatch(shapes -> shapes.contains(shape));
    }

    /** Whether a contender has done such a thing in more than one run: it is no chance that it came while that one ran. */
    boolean isARule(String shape) {
        return repeated.entrySet().stream()
                .anyMatch(deed ->
                        deed.getKey().shape().equals(shape) && deed.getValue().times() > 1);
    }

    /** The contender went on though such a command was not let through: it was none of its own. */
    void goesOnWithout(String contender, String shape) {
        acquittals.merge(contender + " " + shape, 1, Integer::sum);
    }

    boolean alwaysGoesOnWithout(String contender, String shape) {
        return acquittals.getOrDefault(contender + " " + shape, 0) >= PROVEN && !knows(contender, shape);
    }

    /** What was learnt so far may have been another's doing. */
    void forget() {
        shapes.clear();
        repertoires.clear();
        runs.clear();
        repeated.clear();
        acquittals.clear();
        hasty.clear();
        places.forget();
    }

    /** The contender was answered while a command of its own waited. */
    void doesNotWait(String contender) {
        hasty.add(contender);
    }

    boolean alwaysWaits(String contender) {
        return !hasty.contains(contender);
    }

    /**
     * Whether who waited in the application for another sends its next command before that one does. What they send and which of them is
     * first is the application's, and as a rule always the same.
     */
    boolean whoIsWokenIsFirst() {
        return wokenFirst;
    }

    void areTheOtherWayRound() {
        wokenFirst = !wokenFirst;
    }

    void learn(Occasion occasion, String shape) {
        shapes.computeIfAbsent(occasion, unseen -> new HashSet<>()).add(shape);
    }

    /**
     * Whose a command probably is.
     *
     * @param candidates the next step of each who may have sent it
     * @return empty if nothing speaks for one of them rather than for another
     */
    Optional<String> probableOwner(Collection<Occasion> candidates, String shape) {
        List<Occasion> fitting = candidates.stream()
                .filter(candidate -> shapes.getOrDefault(candidate, Set.of()).contains(shape))
                .toList();
        return fitting.isEmpty() ? beginner(candidates, shape) : only(fitting);
    }

    /** Somebody who has done nothing yet, when it is what somebody begins with. */
    private Optional<String> beginner(Collection<Occasion> candidates, String shape) {
        boolean isABeginning = shapes.entrySet().stream()
                .anyMatch(seen -> seen.getKey().index() == 1 && seen.getValue().contains(shape));
        return isABeginning
                ? only(candidates.stream()
                        .filter(candidate -> candidate.index() == 1)
                        .toList())
                : Optional.empty();
    }

    private static Optional<String> only(List<Occasion> occasions) {
        return occasions.size() == 1 ? Optional.of(occasions.getFirst().contender()) : Optional.empty();
    }
}
