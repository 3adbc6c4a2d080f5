package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.HappensBefore;
import dev.photofinish.explorer.step.HappensBefore.Relation;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * Goes through the tree of all executions. Each execution goes straight on from a branch, so that it costs no more preemptions
 * than the branch; branches are taken in the order of their preemptions (iterative context bounding, Musuvathi and Qadeer,
 * PLDI 2007). What a branch covers does not depend on when it is taken: a sleeper of a node is an <em>earlier started</em>
 * branch of the same or a higher node, whose executions are run sooner or later.
 *
 * <p>Every serial order comes first, whatever reduction says of it: a contender that is refused early in one order has other
 * commands when it is the first, and what they show is found in no equivalent schedule, since nobody knows of them.
 *
 * <p>A bound on preemptions and reduction do not combine: the one representative of a class of equivalent schedules that is run
 * may need more preemptions than the class's best (Coons, Musuvathi and McKinley, OOPSLA 2013). Under a bound the tree is
 * therefore searched without reduction.
 */
final class TreeSearch implements Search {

    private final List<String> contenders;
    private final Branching branching;
    private final int bound;
    private final PriorityQueue<Branch> open = new PriorityQueue<>();
    private final Deque<InOrder> serial = new ArrayDeque<>();
    /** The executions that reduction has been based on. */
    private final List<List<Move>> trusted = new ArrayList<>();

    private Relation relation = Relation.BY_RESOURCES;
    private Optional<Node> root = Optional.empty();
    private long thoughtOf;

    TreeSearch(List<String> contenders, Branching branching, Optional<Integer> preemptions) {
        this.contenders = contenders;
        this.branching = branching;
        this.bound = preemptions.orElse(Integer.MAX_VALUE);
        this.serial.addAll(InOrder.all(contenders));
    }

    @Override
    public Optional<Pilot> next() {
        return nextInOrder().or(this::nextOfTheTree);
    }

    private Optional<Pilot> nextInOrder() {
        for (InOrder order = serial.poll(); order != null; order = serial.poll()) {
            Optional<Pilot> pilot = root.isEmpty() ? Optional.of(order) : root.flatMap(offFrom(order));
            if (pilot.isPresent()) {
                return pilot;
            }
        }
        return Optional.empty();
    }

    /**
     * Empty if the order is what has been run. Whose first contender waits behind another from the start is no part of the tree,
     * in which all have begun, and is run beside it.
     */
    private Function<Node, Optional<Pilot>> offFrom(InOrder order) {
        return start -> {
            Node node = start;
            if (!node.situation().enabled().contains(order.order().getFirst())) {
                return Optional.of(new Serially(order.order()));
            }
            while (!node.situation().enabled().isEmpty()) {
                String going = order.next(node.situation());
                Optional<Node> after = node.after(going);
                if (after.isEmpty()) {
                    return node.started().contains(going)
                            ? Optional.empty()
                            : Optional.of(take(node, going, Optional.of(order)));
                }
                node = after.get();
            }
            return Optional.empty();
        };
    }

    private Optional<Pilot> nextOfTheTree() {
        for (Branch branch = open.poll(); branch != null; branch = open.poll()) {
            Node from = branch.from();
            if (!from.asleep().contains(branch.contender()) && !from.started().contains(branch.contender())) {
                return Optional.of(take(from, branch.contender(), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private TreePilot take(Node from, String contender, Optional<InOrder> order) {
        Set<String> asleep = new LinkedHashSet<>(from.asleep());
        if (branching.sleeps()) {
            asleep.addAll(from.started());
        }
        if (!asleep.contains(contender)) {
            from.start(contender);
        }
        return new TreePilot(from, plan(from, contender), Set.copyOf(asleep), relation, order);
    }

    private static Plan plan(Node from, String contender) {
        List<Node> way = from.way();
        List<List<Step>> moves = new ArrayList<>();
        for (int index = 1; index < way.size(); index++) {
            moves.add(List.of(way.get(index - 1).next(way.get(index).last().orElseThrow())));
        }
        moves.add(List.of(from.next(contender)));
        return new Plan(moves);
    }

    @Override
    public void flown(Pilot pilot, List<Move> moves) {
        if (moves.isEmpty() || pilot instanceof Serially) {
            return;
        }
        if (!branching.sleeps() || relation.equals(Relation.EVERYTHING)) {
            grow(pilot, moves);
            return;
        }
        trusted.add(moves);
        if (metOutOfSight(moves)) {
            startAgainTrustingNothing();
        } else {
            grow(pilot, moves);
        }
    }

    @Override
    public void beginAnew() {
        relation = Relation.EVERYTHING;
        open.clear();
        root = Optional.empty();
        trusted.clear();
        serial.clear();
        serial.addAll(InOrder.all(contenders));
    }

    @Override
    public void trustNothing() {
        if (branching.sleeps() && !relation.equals(Relation.EVERYTHING)) {
            startAgainTrustingNothing();
        }
    }

    /** Contenders that block each other in the application share something that no step shows. */
    private static boolean metOutOfSight(List<Move> moves) {
        return moves.stream()
                .flatMap(move -> move.after().standings().values().stream())
                .anyMatch(standing ->
                        standing instanceof Standing.Blocked blocked && blocked.where() == Standing.Where.APPLICATION);
    }

    /** What has been run need not be run again; but nothing that was left out is covered by it. */
    private void startAgainTrustingNothing() {
        relation = Relation.EVERYTHING;
        open.clear();
        root = Optional.empty();
        trusted.stream()
                .filter(moves -> moves.getLast().after().enabled().isEmpty())
                .forEach(this::growAgain);
        trusted.clear();
    }

    private void growAgain(List<Move> moves) {
        if (root.isEmpty()) {
            growRoot(moves);
            return;
        }
        Node node = root.get();
        for (Move move : moves) {
            String going = move.contenders().getFirst();
            Optional<Node> after = node.after(going);
            if (after.isEmpty()) {
                grow(take(node, going, Optional.empty()), moves);
                return;
            }
            node = after.get();
        }
    }

    private void grow(Pilot pilot, List<Move> moves) {
        if (pilot instanceof TreePilot tree) {
            grow(tree, moves);
        } else if (root.isEmpty()) {
            growRoot(moves);
        }
    }

    private void growRoot(List<Move> moves) {
        Node start = Node.root(moves.getFirst().before());
        root = Optional.of(start);
        start.start(moves.getFirst().contenders().getFirst());
        Plan first = new Plan(List.of(moves.getFirst().steps()));
        grow(new TreePilot(start, first, Set.of(), relation, Optional.empty()), moves);
    }

    /**
     * Adds the new nodes of an execution, and the branches that it shows to be needed. What a serial order does with a sleeper, and
     * after that, is known from then on, and shows nothing: it is covered elsewhere.
     */
    private void grow(TreePilot pilot, List<Move> moves) {
        int news = pilot.order().isPresent() ? pilot.news(moves) : moves.size();
        List<Node> nodes = pilot.from().way();
        int firstNew = pilot.plan().length();
        for (int made = firstNew; made <= moves.size(); made++) {
            Move move = moves.get(made - 1);
            Node child = nodes.getLast()
                    .child(move.contenders().getFirst(), move.after(), pilot.asleepAfter(moves.subList(0, made)));
            if (made < news) {
                child.start(moves.get(made).contenders().getFirst());
            }
            nodes.add(child);
        }
        if (news >= firstNew) {
            branch(nodes.subList(0, news + 1), moves, firstNew);
        }
    }

    /** @param nodes as many as are no sleeper's doing */
    private void branch(List<Node> nodes, List<Move> moves, int firstNew) {
        int made = nodes.size() - 1;
        if (made < moves.size()) {
            goOnPastSleepers(nodes.getLast());
        }
        HappensBefore order = HappensBefore.of(Move.turnedOut(moves.subList(0, made)), relation);
        branching.branches(new Growth(nodes, order, firstNew), this::want);
    }

    /** A serial order went on with a sleeper; the tree does with somebody who is awake, if there is anybody. */
    private void goOnPastSleepers(Node node) {
        node.situation().enabled().stream()
                .filter(contender -> !node.asleep().contains(contender))
                .findFirst()
                .ifPresent(contender -> want(node, contender));
    }

    private void want(Node node, String contender) {
        int preemptions = node.preemptionsAfter(contender);
        if (preemptions <= bound && node.want(contender)) {
            open.add(new Branch(node, contender, preemptions, thoughtOf++));
        }
    }

    @Override
    public boolean serialOrdersAreLeft() {
        return !serial.isEmpty();
    }

    @Override
    public boolean coversAll() {
        return true;
    }
}
