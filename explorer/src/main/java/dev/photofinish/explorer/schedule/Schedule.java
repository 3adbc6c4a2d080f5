package dev.photofinish.explorer.schedule;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

    /**
     * How often it switches away from a contender that could have gone on. A serial order has none.
     *
     * @see <a href="https://doi.org/10.1145/1250734.1250785">Musuvathi and Qadeer, Iterative context bounding, PLDI 2007</a>
     */
    public int preemptions() {
        return (int) IntStream.range(1, turns.size())
                .filter(turn -> !turns.get(turn).equals(turns.get(turn - 1)))
                .filter(turn -> turns.subList(turn, turns.size()).contains(turns.get(turn - 1)))
                .count();
    }

    /** How often it switches from one contender to another, for whatever reason. */
    public int switches() {
        return (int) IntStream.range(1, turns.size())
                .filter(turn -> !turns.get(turn).equals(turns.get(turn - 1)))
                .count();
    }

    /** How many of its turns are the contender's. */
    public int stepsOf(String contender) {
        return Collections.frequency(turns, contender);
    }

    @Override
    public String toString() {
        return String.join(" ", turns);
    }
}
