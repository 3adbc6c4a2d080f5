package dev.photofinish.explorer.search;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Step;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows of pairs of commands that are unsafe whatever a sample of them shows, and whether they were ever caught at it. A contest in
 * which they were not is not called clean: chance has spared it. For one thread.
 *
 * <ul>
 *   <li>two upserts that can both insert, since no unique index decides between them: caught when both have;
 *   <li>two commands that each change many documents, in the middle of which the other can come: no answer shows that it has. One
 *       that is carried out write by write, or in a transaction, is none of them;
 *   <li>two {@linkplain CollidingInserts inserts of several documents} that bring the same in different orders;
 *   <li>one that writes so many documents that they become visible in pieces, beside one that looks at several;
 *   <li>a pipeline that writes ({@code $merge}, {@code $out}) and a write of what it reads or writes: it reads first and writes long
 *       after, and all that the other does may lie in between.
 * </ul>
 */
final class UnsafePairs {

    /** Documents that are inserted by one command become visible together, or in large pieces. */
    private static final Set<String> MANY = Set.of("update", "delete", "bulkWrite");

    private static final Set<Grain> SEVERAL = Set.of(Grain.COMPOUND, Grain.PIECEMEAL);

    private final CollidingInserts colliding = new CollidingInserts();
    private final Set<String> inserted = new HashSet<>();
    private final Set<Set<String>> caught = new HashSet<>();

    void add(Landing landing) {
        if (landing instanceof Landing.Judged<?> judged) {
            judged.turns().forEach(this::add);
            if (judged.judgement().findings().stream().anyMatch(Finding::isViolation)) {
                judged.turns().stream()
                        .filter(turn -> turn.steps().size() > 1)
                        .map(turn -> names(turn.steps()))
                        .forEach(caught::add);
            }
        }
    }

    private static Set<String> names(List<Step> steps) {
        return steps.stream().map(Step::name).collect(Collectors.toSet());
    }

    private void add(Turn turn) {
        for (int place = 0; place < turn.steps().size(); place++) {
            colliding.add(turn.steps().get(place), turn.answers().get(place));
        }
        boolean allInserted = turn.answers().stream().allMatch(answer -> answer.effect() == Answer.Effect.ADDED);
        if (allInserted && turn.steps().stream().allMatch(UnsafePairs::isUnsafe)) {
            Set<String> names = names(turn.steps());
            inserted.addAll(names);
            caught.add(names);
        }
    }

    /**
     * What is to be said of those that were not caught, a sentence a pair.
     *
     * @param pairs of steps that are not atomic towards each other
     * @param times how often each was released together
     */
    Set<String> notCaught(List<List<Step>> pairs, int times) {
        Set<String> sentences = new LinkedHashSet<>();
        for (List<Step> pair : pairs) {
            Set<String> names = names(pair);
            if (caught.contains(names)) {
                continue;
            }
            if (pair.stream().allMatch(UnsafePairs::isUnsafe) && inserted.containsAll(names)) {
                sentences.add(ofUpserts(pair.getFirst(), pair.getLast(), times));
            } else if (pair.stream().allMatch(UnsafePairs::changesMany)) {
                sentences.add(ofMany(pair.getFirst(), pair.getLast(), times));
            } else if (colliding.canBothBeRefused(pair.getFirst(), pair.getLast())) {
                sentences.add(ofInserts(pair.getFirst(), pair.getLast(), times));
            } else if (isSeenHalfWay(pair.getFirst(), pair.getLast())) {
                sentences.add(ofPieces(pair.getFirst(), pair.getLast(), times));
            } else if (isSeenHalfWay(pair.getLast(), pair.getFirst())) {
                sentences.add(ofPieces(pair.getLast(), pair.getFirst(), times));
            } else if (pair.stream().anyMatch(UnsafePairs::writesWhatItHasRead)
                    && pair.stream().allMatch(UnsafePairs::writes)) {
                sentences.add(ofPipeline(pair, times));
            }
        }
        return sentences;
    }

    private static String ofUpserts(Step one, Step other, int times) {
        return ("%s's and %s's %s can both insert, since no unique index decides between them: unsafe, and not"
                        + " reproduced. %s On a server with test commands (mongod --setParameter enableTestCommands=1)"
                        + " this is decided, not left to chance.")
                .formatted(
                        one.contender(),
                        other.contender(),
                        one.command().text(),
                        released(times, "they never both did"));
    }

    private static String ofMany(Step one, Step other, int times) {
        return ofBoth(
                "%s's %s and %s's %s each change many documents, one after the other, and either can overtake the"
                        + " other in the middle: unsafe, and not reproduced. %s At the gate before an application, updates"
                        + " and deletes of up to 200 documents are carried out one write at a time, which decides it.",
                one, other, times);
    }

    private static String ofInserts(Step one, Step other, int times) {
        return ofBoth(
                "%s's %s and %s's %s bring some of the same documents, and where they meet half-way each can be refused a"
                        + " part: unsafe, and not reproduced. %s",
                one, other, times);
    }

    private static String ofPieces(Step many, Step other, int times) {
        return ofBoth(
                "%s's %s writes so many documents that %s's %s can meet some of them before the rest is there: unsafe, and not"
                        + " reproduced. %s",
                many, other, times);
    }

    private static String ofPipeline(List<Step> pair, int times) {
        Step pipeline = pair.stream()
                .filter(UnsafePairs::writesWhatItHasRead)
                .findFirst()
                .orElseThrow();
        Step other = pair.getFirst().equals(pipeline) ? pair.getLast() : pair.getFirst();
        return ofBoth(
                "%s's %s reads first and writes after that, and what %s does before and with its %s may lie in between:"
                        + " unsafe, and not reproduced. %s",
                pipeline, other, times);
    }

    /** @param sentence with a place for each one's contender and command, and for how often they were released together */
    private static String ofBoth(String sentence, Step one, Step other, int times) {
        return sentence.formatted(
                one.contender(),
                one.command().text(),
                other.contender(),
                other.command().text(),
                released(times, "nothing tells whether they met"));
    }

    private static String released(int times, String seen) {
        return switch (times) {
            case 0 -> "They were never released together.";
            case 1 -> "Released together once: sampled, and %s.".formatted(seen);
            default -> "Released together %d times: sampled, and %s.".formatted(times, seen);
        };
    }

    private static boolean writesWhatItHasRead(Step step) {
        return step.command().name().equals("aggregate") && writes(step);
    }

    private static boolean writes(Step step) {
        return step.command().accesses().stream().anyMatch(access -> access.mode() == Mode.WRITE);
    }

    private static boolean changesMany(Step step) {
        return MANY.contains(step.command().name())
                && !step.command().part().transactional()
                && step.command().accesses().stream()
                        .anyMatch(access -> access.mode() == Mode.WRITE && SEVERAL.contains(access.grain()))
                && !isUnsafe(step);
    }

    /** Whoever finds one document finds it or not, and whoever inserts looks at none. */
    private static boolean isSeenHalfWay(Step many, Step other) {
        return !many.command().part().transactional()
                && !other.command().name().equals("insert")
                && many.command().accesses().stream()
                        .filter(written -> written.grain() == Grain.PIECEMEAL)
                        .anyMatch(written -> other.command().accesses().stream()
                                .filter(met -> met.keys().values().size() != 1)
                                .anyMatch(written::conflictsWith));
    }

    private static boolean isUnsafe(Step step) {
        return step.command().accesses().stream()
                .anyMatch(access -> access.grain() == Grain.COMPOUND
                        && access.unlessAdding().isPresent());
    }
}
