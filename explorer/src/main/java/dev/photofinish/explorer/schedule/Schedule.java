package dev.photofinish.explorer.schedule;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A total order of the contenders' steps, written {@code A B B A}: each entry names the contender whose next step is
 * carried out. A turn of several at once is written {@code A+B}.
 */
public record Schedule(List<String> turns) {

    public Schedule {
        turns = List.copyOf(turns);
    }

    /**
     * Reads {@code "A B B A"}.
     *
     * @throws IllegalArgumentException if there is no turn in it
     */
    public static Schedule parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "A schedule names whose turn it is, step by step, such as \"A B B A\"; this one is empty.");
        }
        return new Schedule(Arrays.asList(text.strip().split("\\s+")));
    }

    /** All who have a turn in it. */
    public Set<String> contenders() {
        Set<String> all = new LinkedHashSet<>();
        turns.forEach(turn -> all.addAll(contenders(turn)));
        return all;
    }

    /** Whether several contenders go at once somewhere in it: what becomes of that is up to the database. */
    public boolean isSampled() {
        return turns.stream().anyMatch(turn -> contenders(turn).size() > 1);
    }

    /**
     * How often it switches away from a contender that could have gone on, and how many get in the way of others that go at the
     * same time. A serial order has none.
     *
     * @see <a href="https://doi.org/10.1145/1250734.1250785">Musuvathi and Qadeer, Iterative context bounding, PLDI 2007</a>
     */
    public int preemptions() {
        return IntStream.range(0, turns.size())
                .map(turn -> contenders(turns.get(turn)).size() - 1 + preemptedAt(turn))
                .sum();
    }

    private int preemptedAt(int turn) {
        if (turn == 0) {
            return 0;
        }
        Set<String> going = contenders(turns.get(turn));
        return (int) contenders(turns.get(turn - 1)).stream()
                .filter(before -> !going.contains(before) && goesFrom(turn, before))
                .count();
    }

    private boolean goesFrom(int turn, String contender) {
        return turns.subList(turn, turns.size()).stream()
                .anyMatch(later -> contenders(later).contains(contender));
    }

    /** Those that go in a turn. */
    private static Set<String> contenders(String turn) {
        return turn.indexOf('+') < 0 ? Set.of(turn) : new LinkedHashSet<>(Arrays.asList(turn.split("\\+")));
    }

    /** How often it switches from one contender to another, for whatever reason. */
    public int switches() {
        return (int) IntStream.range(1, turns.size())
                .filter(turn -> !turns.get(turn).equals(turns.get(turn - 1)))
                .count();
    }

    /** How many of its turns are the contender's. */
    public int stepsOf(String contender) {
        return (int) turns.stream()
                .filter(turn -> contenders(turn).contains(contender))
                .count();
    }

    @Override
    public String toString() {
        return String.join(" ", turns);
    }
}
