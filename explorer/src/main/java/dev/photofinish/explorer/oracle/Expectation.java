package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What serial orders give, as it compares by all that has been {@linkplain Evidence learnt} so far of what varies. For the explorer's
 * thread.
 */
final class Expectation {

    private final SerialRuns<?> runs;
    private final Uncompared uncompared;
    private final IdentityHashMap<SerialRun, Canonical> canonical = new IdentityHashMap<>();
    /** As long as nothing is learnt, by what was the result. */
    private IdentityHashMap<Result, Likeness> likenesses = new IdentityHashMap<>();
    /** Of schedules that were serial themselves, by their order: what is different there varies, too. */
    private final Map<List<String>, Result> serialSchedules = new HashMap<>();

    private final MadeSets sets = new MadeSets();
    private Given known = Given.NOTHING;
    /** As long as nothing is learnt. */
    private Treatments strictest;

    private Treatments treatments;
    private int learntFrom;

    Expectation(SerialRuns<?> runs, Uncompared uncompared) {
        this.runs = runs;
        this.uncompared = uncompared;
        this.strictest = new Treatments(uncompared);
        this.treatments = strictest;
    }

    /** Whether more is known of what was there than before, or something else was there: what was said is to be said anew. */
    boolean isNewTo(Given given) {
        boolean other = given != known;
        if (other) {
            known = given;
            learnAnew();
        }
        return other;
    }

    /** How results compare, by what has been run so far; the same instance as long as nothing new was learnt. */
    Treatments treatments() throws InterruptedException {
        if (learntFrom != evidence()) {
            List<List<Result>> telling = groups();
            if (!telling.isEmpty() || treatments != strictest) {
                canonical.clear();
                treatments = telling.isEmpty() ? strictest : Evidence.of(telling, uncompared, sets.places());
            }
            learntFrom = evidence();
        }
        return treatments;
    }

    private int evidence() {
        return runs.ran() + serialSchedules.size();
    }

    private void learnAnew() {
        canonical.clear();
        likenesses = new IdentityHashMap<>();
        strictest = new Treatments(uncompared, sets.places());
        treatments = strictest;
        learntFrom = -1;
    }

    /** Those that differ in anything: of thousands of documents it takes long to learn that there is nothing to be learnt. */
    private List<List<Result>> groups() {
        List<List<Result>> groups = new ArrayList<>();
        IdentityHashMap<Result, Likeness> strictly = new IdentityHashMap<>();
        for (List<SerialRun> alike : runs.alike()) {
            Stream<Result> serial = alike.stream().map(SerialRun::result);
            Stream<Result> scheduled =
                    Optional.ofNullable(serialSchedules.get(alike.getFirst().order()))
                            .filter(result -> result.outcomes()
                                    .equals(alike.getFirst().result().outcomes()))
                            .stream();
            List<Result> group = Stream.concat(serial, scheduled).toList();
            for (Result result : group) {
                strictly.put(result, strictly(result));
            }
            if (group.stream().map(strictly::get).distinct().count() > 1) {
                groups.add(group.stream().map(this::withWhatIsKnown).toList());
            }
        }
        likenesses = strictly;
        return groups;
    }

    private Likeness strictly(Result result) {
        Likeness known = likenesses.get(result);
        return known == null ? Likeness.of(withWhatIsKnown(result), strictest) : known;
    }

    private Result withWhatIsKnown(Result result) {
        return result.knowing(known);
    }

    /** What the contenders' requests in this order give, once for each way in which they fared. */
    List<Canonical> of(List<String> order) throws InterruptedException {
        Treatments now = treatments();
        List<Canonical> given = new ArrayList<>();
        for (SerialRun run : runs.examples(order)) {
            Canonical kept = canonical.get(run);
            Canonical fresh = kept == null ? Canonical.of(withWhatIsKnown(run.result()), Set.copyOf(order), now) : kept;
            canonical.put(run, fresh);
            given.add(fresh);
        }
        return given;
    }

    /** Whether a schedule shows that lists are sets of which that was not known. */
    boolean learnsSetsFrom(List<Turn> turns) {
        boolean learnt = sets.learnFrom(turns);
        if (learnt) {
            learnAnew();
        }
        return learnt;
    }

    /**
     * A schedule of whole contenders one after the other must give what their serial order gives. Where it differs in nothing but
     * texts that have never been seen before, and times, these vary by chance. A number, or a word that others were told, does not:
     * what an application does before its first command is not serial in such a schedule.
     */
    boolean learnsFrom(List<Turn> turns, Result result) throws InterruptedException {
        Optional<List<String>> serial = serialOrder(turns).filter(order -> !serialSchedules.containsKey(order));
        if (serial.isEmpty()) {
            return false;
        }
        Canonical here = Canonical.of(result, result.told().keySet(), treatments());
        Set<String> seen = new HashSet<>();
        for (List<String> order : runs.orders(runs.requests()::of)) {
            of(order).forEach(there -> there.values().forEach(seen::add));
        }
        boolean varies = of(serial.get()).stream()
                .anyMatch(there -> Difference.between(here, there).places().stream()
                        .allMatch(place ->
                                place.here().filter(value -> isNew(value, seen)).isPresent()
                                        && place.there().isPresent()));
        if (varies) {
            serialSchedules.put(serial.get(), result);
        }
        return varies;
    }

    private static boolean isNew(String value, Set<String> seen) {
        return Shape.isTime(value) || (value.startsWith("\"") && !Aliases.isAlias(value) && !seen.contains(value));
    }

    /** That of whole contenders, if there was no switch but from one that was at its end to the next. */
    private Optional<List<String>> serialOrder(List<Turn> turns) {
        boolean oneByOne = turns.stream().allMatch(turn -> turn.steps().size() == 1);
        List<String> contenders = Orders.inARow(
                turns.stream().map(turn -> turn.steps().getFirst().contender()).toList());
        boolean whole =
                Set.copyOf(contenders).size() == runs.contenders().size() && Orders.isOfWholeContenders(contenders);
        return oneByOne && whole
                ? Optional.of(contenders.stream()
                        .flatMap(
                                contender -> Collections.nCopies(runs.requests().of(contender), contender).stream())
                        .toList())
                : Optional.empty();
    }
}
