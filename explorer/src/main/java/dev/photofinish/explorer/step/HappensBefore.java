package dev.photofinish.explorer.step;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which steps of an execution came before which for a reason: the transitive closure of execution order between dependent
 * steps. Executions with the same relation are equivalent (Mazurkiewicz, Trace theory, 1986): every order of the steps that
 * respects it tells every contender the same and ends with the same data.
 */
public final class HappensBefore {

    private final List<Step> steps;
    private final List<BitSet> before = new ArrayList<>();

    private HappensBefore(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * @param steps as they were executed
     * @param relation which of them are dependent
     */
    public static HappensBefore of(List<Step> steps, Relation relation) {
        HappensBefore order = new HappensBefore(steps);
        for (int later = 0; later < steps.size(); later++) {
            BitSet reasons = new BitSet(later);
            for (int earlier = later - 1; earlier >= 0; earlier--) {
                if (!reasons.get(earlier) && relation.dependent(steps.get(earlier), steps.get(later))) {
                    reasons.set(earlier);
                    reasons.or(order.before.get(earlier));
                }
            }
            order.before.add(reasons);
        }
        return order;
    }

    /** The steps as they were executed. */
    public List<Step> steps() {
        return steps;
    }

    /** Whether the step at one position came before the step at another for a reason. */
    public boolean between(int earlier, int later) {
        return before.get(later).get(earlier);
    }

    /**
     * Whether two steps of different contenders are in a race: dependent, and nothing that came in between orders them, so
     * that they could have been the other way round.
     */
    public boolean race(int earlier, int later) {
        if (!between(earlier, later)
                || steps.get(earlier).contender().equals(steps.get(later).contender())) {
            return false;
        }
        for (int middle = earlier + 1; middle < later; middle++) {
            if (between(earlier, middle) && between(middle, later)) {
                return false;
            }
        }
        return true;
    }

    /** Which steps are dependent. */
    @FunctionalInterface
    public interface Relation {

        /** Everything that {@link Dependence} cannot rule out. */
        Relation BY_RESOURCES = Dependence::between;

        /** Anything may depend on anything: for contenders that also meet where no gate sees them. */
        Relation EVERYTHING = (one, other) -> true;

        /** Symmetric. */
        boolean dependent(Step one, Step other);
    }
}
