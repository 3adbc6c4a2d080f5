package dev.photofinish.explorer.search;

import dev.photofinish.explorer.step.HappensBefore;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Only races are turned round: where two dependent steps could have come the other way round, somebody is tried who leads
 * there. Source-DPOR (Abdulla, Aronis, Jonsson and Sagonas, Optimal dynamic partial order reduction, POPL 2014, algorithm 1),
 * after Flanagan and Godefroid, POPL 2005.
 */
final class RaceReversal implements Branching {

    @Override
    public void branches(Growth growth, Wanted wanted) {
        HappensBefore order = growth.order();
        // races among steps of the known part of the way were seen when it was new
        for (int later = growth.firstNew() - 1; later < order.steps().size(); later++) {
            for (int earlier = later - 1; earlier >= 0; earlier--) {
                if (order.race(earlier, later)) {
                    reverse(order, earlier, later, growth.nodes().get(earlier), wanted);
                }
            }
        }
    }

    private static void reverse(HappensBefore order, int earlier, int later, Node node, Wanted wanted) {
        Set<String> leaders = leaders(order, withoutConsequences(order, earlier, later));
        if (node.wantsAnyOf(leaders)) {
            return;
        }
        List<String> enabled = node.situation().enabled();
        Optional<String> cheapest =
                leaders.stream().filter(enabled::contains).min(Comparator.comparingInt(node::preemptionsAfter));
        // nobody of them can go yet: whoever can may lead there
        cheapest.ifPresentOrElse(
                contender -> wanted.want(node, contender),
                () -> enabled.forEach(contender -> wanted.want(node, contender)));
    }

    /** The steps between that did not happen because of the earlier one, and the later one. */
    private static List<Integer> withoutConsequences(HappensBefore order, int earlier, int later) {
        List<Integer> steps = new ArrayList<>();
        for (int middle = earlier + 1; middle < later; middle++) {
            if (!order.between(earlier, middle)) {
                steps.add(middle);
            }
        }
        steps.add(later);
        return steps;
    }

    /** Whose first step among these could be the first of all (the paper's initials). */
    private static Set<String> leaders(HappensBefore order, List<Integer> steps) {
        Set<String> leaders = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int position : steps) {
            Step step = order.steps().get(position);
            boolean first = seen.add(step.contender());
            if (first && steps.stream().noneMatch(other -> other < position && order.between(other, position))) {
                leaders.add(step.contender());
            }
        }
        return leaders;
    }

    @Override
    public boolean sleeps() {
        return true;
    }
}
