package dev.photofinish.explorer.oracle;

import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a contest in its serial orders, each once: when it is first asked for, or all {@linkplain #runAhead ahead}; and some of them
 * {@linkplain #again again and again}, some a second apart, so that it shows what varies. For the explorer's thread, while no other
 * execution of the contest is open.
 */
public final class SerialRuns<R> {

    /** More moves than this and nobody gets anywhere: requests have tens of commands, not thousands. */
    private static final int ENDLESS = 2_000;

    /** An order has been run often enough: a digit that is drawn each time is the same so often once in ten thousand times. */
    private static final int ENOUGH = 5;

    private static final int ENOUGH_OF_MANY = 3;

    private static final int MANY_DOCUMENTS = 500;

    private final RequestContest<R> contest;
    private final Observer<R> observer;
    private final Judge<R> rules;
    private final Requests requests;
    private final Spacing spacing;
    private final Map<List<String>, Samples> samples = new LinkedHashMap<>();
    private int ran;

    /**
     * @param rules judge those of all requests too, so that what is wrong even one after the other is known
     * @param requests whose orders these are
     */
    public SerialRuns(RequestContest<R> contest, Observer<R> observer, Judge<R> rules, Requests requests) {
        this(contest, observer, rules, requests, Spacing.SECONDS);
    }

    /** @param spacing how far apart in time some executions of an order are */
    public SerialRuns(
            RequestContest<R> contest, Observer<R> observer, Judge<R> rules, Requests requests, Spacing spacing) {
        this.spacing = spacing;
        this.contest = contest;
        this.observer = observer;
        this.rules = rules;
        this.requests = requests;
    }

    /** For a contest of which there are no rules, and whose contenders do one thing each. */
    public SerialRuns(Contest<R> contest, Observer<R> observer) {
        this(contest, observer, Spacing.SECONDS);
    }

    /** @param spacing how far apart in time some executions of an order are */
    public SerialRuns(Contest<R> contest, Observer<R> observer, Spacing spacing) {
        this(
                new WholeContenders<>(contest),
                observer,
                (turns, result) -> Judgement.HELD,
                Requests.oneEach(contest.contenders()),
                spacing);
    }

    public List<String> contenders() {
        return contest.contenders();
    }

    Observer<R> observer() {
        return observer;
    }

    Requests requests() {
        return requests;
    }

    /**
     * Runs every order of all requests and of those without any contenders' last ones (4 for two contenders, 15 for three, 64 for
     * four; more if they send several requests each), so that judging needs no further run and may be done while an execution is
     * open, unless a contender is refused before its last request.
     *
     * @throws CannotBegin if one of them cannot be begun or brought to its end
     */
    public void runAhead() throws CannotBegin, InterruptedException {
        for (List<String> order : orders(contender -> requests.of(contender) - 1)) {
            of(order);
        }
    }

    /**
     * All orders in which each contender sends all its requests or only its first ones.
     *
     * @param first how many these are, by contender
     */
    List<List<String>> orders(ToIntFunction<String> first) {
        return Orders.of(
                contenders(),
                contender -> Stream.of(requests.of(contender), first.applyAsInt(contender))
                        .distinct()
                        .toList());
    }

    /**
     * The contenders' requests one after the other in this order, the other requests not at all. Nothing if they cannot come in
     * this order: a later one holds, before its first command, what an earlier one needs.
     *
     * @throws CannotBegin if it cannot be begun or brought to its end
     */
    public Optional<SerialRun> of(List<String> order) throws CannotBegin, InterruptedException {
        Samples kept = samples.get(order);
        if (kept != null) {
            return kept.first();
        }
        Samples fresh = new Samples();
        add(order, fresh);
        samples.put(List.copyOf(order), fresh);
        return fresh.first();
    }

    /**
     * Runs each of the orders again that has not been run often enough, or not lately: what varies with the second, or the minute,
     * is another then. Answers whether there was one.
     *
     * @param now the time of what is judged: what was run after it is not run again, however long that took
     * @throws CannotBegin if one of them cannot be begun or brought to its end
     */
    boolean again(List<List<String>> orders, long now) throws CannotBegin, InterruptedException {
        boolean some = false;
        long took = orders.stream().mapToLong(this::took).sum();
        for (List<String> order : orders) {
            Samples known = samples.getOrDefault(order, new Samples());
            boolean enough = known.ran() >= enough() && !spacing.isLongAgo(known.lastAt(), now, took);
            if (known.first().isPresent() && !enough) {
                if (known.ran() == enough() - 2) {
                    spacing.await(known.firstAt());
                }
                add(order, known);
                some = true;
            }
        }
        return some;
    }

    private long took(List<String> order) {
        return samples.getOrDefault(order, new Samples()).took();
    }

    /** What the time is, as it counts here. */
    long now() {
        return spacing.now();
    }

    /** Of many documents some executions say as much as of few: each of these has more values to show. */
    private int enough() {
        long documents = samples.values().stream()
                .flatMap(known -> known.all().stream())
                .mapToLong(run -> run.result().documents())
                .max()
                .orElse(0);
        return documents > MANY_DOCUMENTS ? ENOUGH_OF_MANY : ENOUGH;
    }

    private void add(List<String> order, Samples known) throws CannotBegin, InterruptedException {
        long at = spacing.now();
        Optional<SerialRun> run = run(order);
        known.add(run, at, spacing.now() - at);
        ran++;
    }

    /** What was run in this order, one for each way in which the contenders fared. */
    List<SerialRun> examples(List<String> order) {
        return samples.getOrDefault(order, new Samples()).byOutcome().stream()
                .map(List::getFirst)
                .toList();
    }

    /** All executions of the serial orders, those that must differ by chance only beside each other. */
    List<List<SerialRun>> alike() {
        return samples.values().stream()
                .flatMap(known -> known.byOutcome().stream())
                .toList();
    }

    /** How many were run so far: where it is the same as before, there is nothing new to learn. */
    int ran() {
        return ran;
    }

    /** The contenders that failed in an order that was run so far: nobody had come in between. */
    public Set<String> failing() {
        return samples.values().stream()
                .flatMap(known -> known.all().stream())
                .flatMap(run -> run.result().told().entrySet().stream())
                .filter(told -> told.getValue().outcome() == Told.Outcome.FAILED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The rules that were broken so far by contenders of whom each did all its work before the next: wrong even so. */
    public Set<String> brokenRules() {
        return samples.values().stream()
                .flatMap(known -> known.all().stream())
                .filter(run -> Orders.isOfWholeContenders(run.order()))
                .flatMap(run -> run.byTheRules().findings().stream())
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private Optional<SerialRun> run(List<String> order) throws CannotBegin, InterruptedException {
        try (Execution<R> execution = contest.beginSerially(order, requests.endsAfter(order))) {
            List<Step> steps = new ArrayList<>();
            for (int place = 0; place < order.size(); place++) {
                if (!send(order.get(place), until(place, order), execution, steps)) {
                    return Optional.empty();
                }
            }
            if (!settle(execution, steps)) {
                return Optional.empty();
            }
            R ended = execution.result();
            Result result = observer.observe(ended);
            Judgement byTheRules =
                    requests.areAllIn(order) ? rules.judge(turns(steps, execution), ended) : Judgement.HELD;
            return Optional.of(new SerialRun(order, result, byTheRules));
        }
    }

    /** How many answers a contender has when its turn is over; no number is enough at its last, after which it finishes. */
    private static int until(int place, List<String> order) {
        String contender = order.get(place);
        return order.subList(place + 1, order.size()).contains(contender)
                ? Collections.frequency(order.subList(0, place + 1), contender)
                : Integer.MAX_VALUE;
    }

    /** Lets the contender go until it has so many answers or has finished; false if it comes to neither. */
    private boolean send(String contender, int answers, Execution<R> execution, List<Step> steps)
            throws CannotBegin, InterruptedException {
        Situation now = execution.situation();
        for (int moves = 0; moves < ENDLESS; moves++) {
            mustNotBeLost(now);
            if (requests.answered(contender) >= answers) {
                return true;
            }
            Optional<Step> next = now.next(contender);
            if (next.isEmpty()) {
                return now.standings().get(contender) instanceof Standing.Finished;
            }
            steps.add(next.get());
            now = execution.let(Set.of(contender));
        }
        throw endless(contender + " alone");
    }

    /**
     * Who has its answer may go on all the same, even after the next one has begun: lets those go who do, until everybody is over;
     * false if somebody never is.
     */
    private static boolean settle(Execution<?> execution, List<Step> steps) throws CannotBegin, InterruptedException {
        Situation now = execution.situation();
        for (int moves = 0; moves < ENDLESS; moves++) {
            mustNotBeLost(now);
            if (now.over()) {
                return true;
            }
            if (now.enabled().isEmpty()) {
                return false;
            }
            String contender = now.enabled().getFirst();
            now.next(contender).ifPresent(steps::add);
            now = execution.let(Set.of(contender));
        }
        throw endless("Who had its answer");
    }

    private static void mustNotBeLost(Situation now) throws CannotBegin {
        Optional<String> lost = now.lost();
        if (lost.isPresent()) {
            throw new CannotBegin("One contender after the other was not brought to the end: " + lost.get());
        }
    }

    private static CannotBegin endless(String who) {
        return new CannotBegin(
                who + " has sent " + ENDLESS + " commands and is not at its end; nothing can be compared.");
    }

    private static <R> List<Turn> turns(List<Step> steps, Execution<R> execution) {
        return steps.stream()
                .map(step ->
                        new Turn(List.of(step), List.of(execution.answerOf(step.contender(), step.index())), List.of()))
                .toList();
    }
}
