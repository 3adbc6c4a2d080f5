package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.HappensBefore;
import dev.photofinish.explorer.step.HappensBefore.Relation;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Goes through the tree of all executions. Each execution goes straight on from a branch, so that it costs no more preemptions
 * than the branch; branches are taken in the order of their preemptions (iterative context bounding, Musuvathi and Qadeer,
 * PLDI 2007). What a branch covers does not depend on when it is taken: a sleeper of a node is an <em>earlier started</em>
 * branch of the same or a higher node, whose executions are run sooner or later.
 *
 * <p>A bound on preemptions and reduction do not combine: the one representative of a class of equivalent schedules that is run
 * may need more preemptions than the class's best (Coons, Musuvathi and McKinley, OOPSLA 2013). Under a bound the tree is
 * therefore searched without reduction.
 */
final class TreeSearch implements Search {

    private final Branching branching;
    private final int bound;
    private final PriorityQueue<Branch> open = new PriorityQueue<>();
    private Relation relation = Relation.BY_RESOURCES;
    private Optional<Node> root = Optional.empty();
    private boolean rootPlanned;
    private long thoughtOf;

    TreeSearch(Branching branching, Optional<Integer> preemptions) {
        this.branching = branching;
        this.bound = preemptions.orElse(Integer.MAX_VALUE);
    }

    @Override
    public Optional<Pilot> next() {
        if (!rootPlanned) {
            rootPlanned = true;
            return Optional.of(new StraightOn());
        }
        for (Branch branch = open.poll(); branch != null; branch = open.poll()) {
            if (!branch.from().asleep().contains(branch.contender())) {
                return Optional.of(take(branch));
            }
        }
        return Optional.empty();
    }

    private Pilot take(Branch branch) {
        Node from = branch.from();
        Set<String> asleep = new LinkedHashSet<>(from.asleep());
        if (branching.sleeps()) {
            asleep.addAll(from.started());
        }
        from.start(branch.contender());
        return new TreePilot(from, plan(branch), Set.copyOf(asleep), relation);
    }

    private static Plan plan(Branch branch) {
        List<Node> way = branch.from().way();
        List<List<Step>> moves = new ArrayList<>();
        for (int index = 1; index < way.size(); index++) {
            moves.add(List.of(way.get(index - 1).next(way.get(index).last().orElseThrow())));
        }
        moves.add(List.of(branch.from().next(branch.contender())));
        return new Plan(moves);
    }

    @Override
    public void flown(Pilot pilot, List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        if (relation.equals(Relation.BY_RESOURCES) && metOutOfSight(moves)) {
            startAgainTrustingNothing();
            return;
        }
        if (pilot instanceof TreePilot tree) {
            if (moves.size() >= tree.plan().length()) {
                grow(tree, moves);
            }
        } else if (root.isEmpty()) {
            Node start = Node.root(moves.getFirst().before());
            root = Optional.of(start);
            start.start(moves.getFirst().contenders().getFirst());
            grow(new TreePilot(start, new Plan(List.of(moves.getFirst().steps())), Set.of(), relation), moves);
        }
    }

    /** Contenders that block each other in the application share something that no step shows. */
    private static boolean metOutOfSight(List<Move> moves) {
        return moves.stream()
                .flatMap(move -> move.after().standings().values().stream())
                .anyMatch(standing ->
                        standing instanceof Standing.Blocked blocked && blocked.where() == Standing.Where.APPLICATION);
    }

    private void startAgainTrustingNothing() {
        relation = Relation.EVERYTHING;
        open.clear();
        root = Optional.empty();
        rootPlanned = false;
    }

    /** Adds the new nodes of an execution, and the branches that it shows to be needed. */
    private void grow(TreePilot pilot, List<Move> moves) {
        List<Node> nodes = pilot.from().way();
        int firstNew = pilot.plan().length();
        for (int made = firstNew; made <= moves.size(); made++) {
            Move move = moves.get(made - 1);
            Node child = nodes.getLast()
                    .child(move.contenders().getFirst(), move.after(), pilot.asleepAfter(moves.subList(0, made)));
            if (made < moves.size()) {
                child.start(moves.get(made).contenders().getFirst());
            }
            nodes.add(child);
        }
        HappensBefore order = HappensBefore.of(
                moves.stream().map(move -> move.steps().getFirst()).toList(), relation);
        branching.branches(new Growth(nodes, order, firstNew), this::want);
    }

    private void want(Node node, String contender) {
        int preemptions = node.preemptionsAfter(contender);
        if (preemptions <= bound && node.want(contender)) {
            open.add(new Branch(node, contender, preemptions, thoughtOf++));
        }
    }

    @Override
    public boolean coversAll() {
        return true;
    }
}
