package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.step.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The last commands of one contender and their answers, in which a loop shows. Guarded by the gatekeeper's lock. */
final class Trail {

    /** More commands than this between two attempts to get a lock, and it is no waiting loop. */
    private static final int LONGEST_ROUND = 16;

    /** Who has done the same so often goes on doing it. */
    private static final int ROUNDS = 3;

    /**
     * Who changes something in each round (notes down that it waits, say) may yet come to an end by itself; only if it does so
     * very often is it taken for a loop.
     */
    private static final int ROUNDS_OF_CHANGES = 20;

    /** Written out, or in seconds or milliseconds since 1970: of this century. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+Z?|\\b[1-4]\\d{9}(\\d{3})?(\\.\\d+)?\\b");

    private static final int LONGEST = LONGEST_ROUND * (ROUNDS_OF_CHANGES + 1);

    private final List<Entry> entries = new ArrayList<>();

    /** @param changes whether it may have changed what somebody sees */
    record Deed(Command command, Answer answer, boolean changes) {

        private boolean sameAs(Deed other) {
            return repeats(command, other.command) && answer.equals(other.answer);
        }
    }

    private record Entry(Deed deed, long atNanos) {}

    void add(Deed deed, long now) {
        entries.add(new Entry(deed, now));
        if (entries.size() > 2 * LONGEST) {
            entries.subList(0, entries.size() - LONGEST).clear();
        }
    }

    /** The shortest loop that goes on with the command. */
    Optional<Loop> loopBefore(Command next) {
        return IntStream.rangeClosed(1, Math.min(LONGEST_ROUND, entries.size() / ROUNDS))
                .filter(length -> repeats(deed(entries.size() - length).command(), next))
                .mapToObj(this::loop)
                .filter(this::isOne)
                .findFirst();
    }

    private Loop loop(int length) {
        int end = entries.size();
        int start = end - length;
        while (start > 0 && deed(start - 1).sameAs(deed(start - 1 + length))) {
            start--;
        }
        int rounds = (end - start) / length;
        List<String> shapes = IntStream.range(end - length, end)
                .mapToObj(place -> deed(place).command().shape())
                .toList();
        return new Loop(shapes, rounds, entries.get(end - rounds * length).atNanos());
    }

    private boolean isOne(Loop loop) {
        int end = entries.size();
        List<Deed> round = IntStream.range(end - loop.shapes().size(), end)
                .mapToObj(this::deed)
                .toList();
        boolean onlyChanges = round.stream().allMatch(Deed::changes);
        boolean changes = round.stream().anyMatch(Deed::changes);
        return !onlyChanges && loop.rounds() >= (changes ? ROUNDS_OF_CHANGES : ROUNDS);
    }

    private Deed deed(int place) {
        return entries.get(place).deed();
    }

    /**
     * Reads must be the same but for the time, since a loop that reads one document after the other is no spin. An attempt to take
     * a lock may carry its time or its owner.
     */
    private static boolean repeats(Command one, Command other) {
        return one.shape().equals(other.shape())
                && (!one.onlyReads()
                        || one.text().equals(other.text())
                        || timeless(one).equals(timeless(other)));
    }

    private static String timeless(Command command) {
        return TIME.matcher(command.text()).replaceAll("(a time)");
    }
}
