package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A point of the tree of all executions: the moves that lead to it, and what may be and has been tried from it. */
final class Node {

    private final Optional<Node> parent;
    private final Situation situation;
    private final Optional<String> last;
    private final int preemptions;
    /** Contenders whose next step need not be tried from here: what follows is covered elsewhere. */
    private final Set<String> asleep;
    /** Contenders that are tried from here, sooner or later. */
    private final Set<String> wanted = new LinkedHashSet<>();
    /** Those of them that have been tried or are being tried, in this order. */
    private final List<String> started = new ArrayList<>();

    private final Map<String, Node> children = new HashMap<>();

    private Node(
            Optional<Node> parent, Situation situation, Optional<String> last, int preemptions, Set<String> asleep) {
        this.parent = parent;
        this.situation = situation;
        this.last = last;
        this.preemptions = preemptions;
        this.asleep = Set.copyOf(asleep);
    }

    static Node root(Situation situation) {
        return new Node(Optional.empty(), situation, Optional.empty(), 0, Set.of());
    }

    Node child(String contender, Situation after, Set<String> asleepThere) {
        Node child =
                new Node(Optional.of(this), after, Optional.of(contender), preemptionsAfter(contender), asleepThere);
        children.put(contender, child);
        return child;
    }

    Situation situation() {
        return situation;
    }

    /** The step that a contender would take from here. */
    Step next(String contender) {
        return situation.next(contender).orElseThrow();
    }

    Optional<String> last() {
        return last;
    }

    Set<String> asleep() {
        return asleep;
    }

    List<String> started() {
        return List.copyOf(started);
    }

    /** Where the contender's next step from here has led. */
    Optional<Node> after(String contender) {
        return Optional.ofNullable(children.get(contender));
    }

    /** How many preemptions lead to where the contender has taken its next step from here. */
    int preemptionsAfter(String contender) {
        boolean preempted = last.isPresent()
                && !contender.equals(last.get())
                && situation.enabled().contains(last.get());
        return preemptions + (preempted ? 1 : 0);
    }

    /** Whether that is news. */
    boolean want(String contender) {
        return wanted.add(contender);
    }

    boolean wantsAnyOf(Set<String> contenders) {
        return contenders.stream().anyMatch(wanted::contains);
    }

    void start(String contender) {
        wanted.add(contender);
        started.add(contender);
    }

    /** The nodes from the root to this one. */
    List<Node> way() {
        List<Node> way = new ArrayList<>();
        for (Optional<Node> node = Optional.of(this); node.isPresent(); node = node.get().parent) {
            way.addFirst(node.get());
        }
        return way;
    }
}
