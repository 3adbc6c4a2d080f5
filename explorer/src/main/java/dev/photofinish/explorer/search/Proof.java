package dev.photofinish.explorer.search;

import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.witness.Accused;
import dev.photofinish.explorer.witness.Explanation;
import dev.photofinish.explorer.witness.Explanations;
import dev.photofinish.explorer.witness.Otherwise;
import dev.photofinish.explorer.witness.Witness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the shortest schedules that may break a rule again, until one does, and makes it the witness. */
final class Proof<R> {

    private final Flight<R> flight;
    private final List<String> contenders;
    private final int attempts;
    private final Watcher watcher;
    /** One execution shows of each rule whether it is broken. */
    private final Map<Replay, List<Landing>> flown = new HashMap<>();

    Proof(Flight<R> flight, List<String> contenders, int attempts, Watcher watcher) {
        this.flight = flight;
        this.contenders = contenders;
        this.attempts = attempts;
        this.watcher = watcher;
    }

    /**
     * Empty if it has to come back and does not.
     *
     * @param samples in how many executions several went at once
     */
    Optional<Discovery<R>> of(Suspect<R> suspect, int samples) throws InterruptedException {
        Shown<R> shown = shown(suspect, samples);
        if (!counts(suspect.finding(), shown)) {
            return Optional.empty();
        }
        boolean serial = isSerial(shown, suspect.finding().rule());
        return Optional.of(new Discovery<>(
                suspect.finding(),
                suspect.schedules(),
                suspect.sampled(),
                suspect.firstAt(),
                serial,
                witness(suspect, shown, serial)));
    }

    /** Where several went at once, chance decides anyway. */
    private static boolean counts(Finding finding, Shown<?> shown) {
        return switch (finding.certainty()) {
            case SEEN -> true;
            case IF_IT_COMES_BACK ->
                shown.again().reproduced() == shown.again().made()
                        || (shown.schedule().isSampled() && shown.again().reproduced() > 0);
        };
    }

    /**
     * Whether the rule is broken with one contender begun after the other, too. One that comes to no end switches away from nobody
     * who could have gone on, and is no serial order all the same.
     */
    private boolean isSerial(Shown<R> shown, String rule) throws InterruptedException {
        if (!isInARow(shown)) {
            return false;
        }
        return switch (shown.landing().begun()) {
            case Begun.InTurn serially -> true;
            case Begun.AtOnce together ->
                isBrokenInTurn(flight.fly(new Serially(ReplaySearch.order(shown.schedule(), contenders))), rule);
        };
    }

    /** What cannot be followed with one begun after the other is begun at once instead, and says nothing about it. */
    private static boolean isBrokenInTurn(Landing landing, String rule) {
        return landing instanceof Landing.Judged<?> judged
                && judged.begun() instanceof Begun.InTurn
                && isBroken(landing, rule);
    }

    private static boolean isInARow(Shown<?> shown) {
        return shown.landing().result().isPresent() && shown.schedule().preemptions() == 0;
    }

    /** The first serial order in which anything goes another way. */
    private Optional<Explanation> otherwise(Landing.Judged<R> landing) throws InterruptedException {
        for (InOrder order : InOrder.all(contenders)) {
            Landing serial = flight.fly(new Serially(order.order()));
            Optional<Explanation> difference = serial instanceof Landing.Judged<?> judged
                    ? Otherwise.than(judged.turns(), order.order(), landing.turns())
                    : Optional.empty();
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Explanation inARow(Shown<R> shown, boolean serial) {
        InARow order = new InARow(
                shown.landing().begun() instanceof Begun.InTurn serially
                        ? serially.order()
                        : ReplaySearch.order(shown.schedule(), contenders));
        if (serial) {
            return order.wrongAnyway();
        }
        List<String> waited = shown.landing().turns().stream()
                .flatMap(turn -> turn.blocked().stream())
                .distinct()
                .toList();
        return waited.isEmpty() ? order.begunTooEarly() : order.begunInTheWay(waited);
    }

    private Shown<R> shown(Suspect<R> suspect, int samples) throws InterruptedException {
        String rule = suspect.finding().rule();
        Optional<Shown<R>> last = Optional.empty();
        for (Suspect.Candidate<R> candidate : suspect.candidates()) {
            Shown<R> shown = again(
                    candidate.schedule(), candidate.landing(), rule, patience(candidate.schedule(), suspect, samples));
            if (shown.again().reproduced() > 0 && counts(suspect.finding(), shown)) {
                return shown;
            }
            last = Optional.of(shown);
        }
        Suspect.Candidate<R> unproven = suspect.candidates().getFirst();
        if (unproven.schedule().isSampled()) {
            return last.orElseThrow();
        }
        return again(Suspect.asFlown(unproven.landing().moves()), unproven.landing(), rule, attempts);
    }

    /**
     * After so many that do not break the rule, none is expected to. One step at a time the first that does not means that it is
     * another schedule; where several go at once, chance decides each.
     */
    private int patience(Schedule schedule, Suspect<R> suspect, int samples) {
        return schedule.isSampled() ? Math.max(attempts, Chance.triesToSee(suspect.sampled(), samples)) : 1;
    }

    /** @param inVain after so many that do not break the rule, none is expected to */
    private Shown<R> again(Schedule schedule, Landing.Judged<R> found, String rule, int inVain)
            throws InterruptedException {
        List<Landing> landings = flown.computeIfAbsent(new Replay(schedule, found.begun()), first -> new ArrayList<>());
        Again<R> again = new Again<>(Optional.empty(), 0, 0);
        int most = Math.max(attempts, inVain);
        for (int flights = 0; flights < most && !watcher.stop(); flights++) {
            if (flights == landings.size()) {
                landings.add(flight.fly(ReplaySearch.pilot(schedule, found.begun())));
            }
            again = again.and(landings.get(flights), rule);
            if (rule.equals(Stuck.DEADLOCK) && landings.get(flights) instanceof Landing.Lost) {
                break; // the application hangs since then, and will not be better the next time
            }
            boolean inVainSoFar = again.reproduced() == 0;
            if (again.made() >= (inVainSoFar ? inVain : attempts)) {
                break;
            }
        }
        return new Shown<>(schedule, again.shown().orElse(found), again);
    }

    private record Replay(Schedule schedule, Begun begun) {}

    /** A schedule, an execution of it that broke the rule, and what came of running it again. */
    private record Shown<R>(Schedule schedule, Landing.Judged<R> landing, Again<R> again) {}

    /** What came of running a schedule again; what came to nothing does not count. */
    private record Again<R>(Optional<Landing.Judged<R>> shown, int made, int reproduced) {

        @SuppressWarnings("unchecked") // the flight is of the same contest
        Again<R> and(Landing landing, String rule) {
            if (isBroken(landing, rule)) {
                return new Again<>(shown.or(() -> Optional.of((Landing.Judged<R>) landing)), made + 1, reproduced + 1);
            }
            return says(landing) ? new Again<>(shown, made + 1, reproduced) : this;
        }

        private static boolean says(Landing landing) {
            return switch (landing) {
                case Landing.Lost nowhere -> false;
                case Landing.Diverged elsewhere -> true;
                case Landing.Pruned cut -> true;
                case Landing.Judged<?> judged ->
                    judged.judgement().inconclusive().isEmpty();
            };
        }
    }

    private static boolean isBroken(Landing landing, String rule) {
        return landing instanceof Landing.Judged<?> judged
                && finding(judged, rule).isPresent();
    }

    private static Optional<Finding> finding(Landing.Judged<?> judged, String rule) {
        return judged.judgement().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst();
    }

    private Witness<R> witness(Suspect<R> suspect, Shown<R> shown, boolean serial) throws InterruptedException {
        Landing.Judged<R> landing = shown.landing();
        Optional<Finding> finding = finding(landing, suspect.finding().rule());
        Accused accused = finding.map(Finding::accused).orElse(Accused.NOTHING);
        Optional<Explanation> explanation =
                isInARow(shown) ? Optional.of(inARow(shown, serial)) : Explanations.of(landing.turns(), accused);
        if (explanation.isEmpty() && !Stuck.isDeadlock(landing)) { // which says itself who waits for whom
            explanation = otherwise(landing);
        }
        String text = finding.map(Finding::text).orElse("");
        return new Witness<>(
                shown.schedule(),
                landing.turns(),
                landing.result(),
                text,
                shown.again().made(),
                shown.again().reproduced(),
                explanation);
    }
}
