package dev.photofinish.explorer.search;

import dev.photofinish.explorer.schedule.Schedule;
import dev.photofinish.explorer.witness.Accused;
import dev.photofinish.explorer.witness.Explanation;
import dev.photofinish.explorer.witness.Explanations;
import dev.photofinish.explorer.witness.Witness;
import java.util.Optional;

/** Runs the shortest schedules that may break a rule again, until one does, and makes it the witness. */
final class Proof<R> {

    private final Flight<R> flight;
    private final int attempts;
    private final Watcher watcher;

    Proof(Flight<R> flight, int attempts, Watcher watcher) {
        this.flight = flight;
        this.attempts = attempts;
        this.watcher = watcher;
    }

    /** Empty if it has to come back and does not. */
    Optional<Discovery<R>> of(Suspect<R> suspect) throws InterruptedException {
        Witness<R> witness = witness(suspect);
        if (!counts(suspect.finding(), witness)) {
            return Optional.empty();
        }
        // one that comes to no end switches away from nobody who could have gone on, and is no serial order all the
        // same
        boolean serial = witness.result().isPresent() && witness.schedule().preemptions() == 0;
        return Optional.of(new Discovery<>(
                suspect.finding(), suspect.schedules(), suspect.sampled(), suspect.firstAt(), serial, witness));
    }

    /** Where several went at once, chance decides anyway. */
    private static boolean counts(Finding finding, Witness<?> witness) {
        return switch (finding.certainty()) {
            case SEEN -> true;
            case IF_IT_COMES_BACK ->
                witness.reproduced() == witness.attempts()
                        || (witness.schedule().isSampled() && witness.reproduced() > 0);
        };
    }

    private Witness<R> witness(Suspect<R> suspect) throws InterruptedException {
        String rule = suspect.finding().rule();
        for (Suspect.Candidate<R> candidate : suspect.candidates()) {
            Optional<Witness<R>> shown =
                    again(candidate.schedule(), rule).filter(witness -> counts(suspect.finding(), witness));
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        Suspect.Candidate<R> unproven = suspect.candidates().getFirst();
        Landing.Judged<R> landing = unproven.landing();
        Schedule asItWas = Suspect.asFlown(landing.moves());
        Again<R> again = again(asItWas, rule, attempts);
        return witness(asItWas, again.shown().orElse(landing), rule, again);
    }

    /** Empty if it does not break the rule again at once: one step at a time that means that it is another schedule. */
    private Optional<Witness<R>> again(Schedule schedule, String rule) throws InterruptedException {
        Again<R> again = again(schedule, rule, schedule.isSampled() ? attempts : 1);
        return again.shown().map(landing -> witness(schedule, landing, rule, again));
    }

    /** @param inVain after so many that do not break the rule, none is expected to */
    private Again<R> again(Schedule schedule, String rule, int inVain) throws InterruptedException {
        Again<R> again = new Again<>(Optional.empty(), 0, 0);
        for (int flights = 0; flights < attempts && !watcher.stop(); flights++) {
            again = again.and(flight.fly(ReplaySearch.pilot(schedule)), rule);
            if (again.reproduced() == 0 && again.made() == inVain) {
                break;
            }
        }
        return again;
    }

    /** What came of running a schedule again; what came to nothing does not count. */
    private record Again<R>(Optional<Landing.Judged<R>> shown, int made, int reproduced) {

        Again<R> and(Landing landing, String rule) {
            Optional<Landing.Judged<R>> broken = broken(landing, rule);
            return broken.isPresent() || says(landing)
                    ? new Again<>(shown.or(() -> broken), made + 1, reproduced + (broken.isPresent() ? 1 : 0))
                    : this;
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

        @SuppressWarnings("unchecked") // the flight is of the same contest
        private static <R> Optional<Landing.Judged<R>> broken(Landing landing, String rule) {
            return landing instanceof Landing.Judged<?> judged
                            && finding(judged, rule).isPresent()
                    ? Optional.of((Landing.Judged<R>) judged)
                    : Optional.empty();
        }
    }

    private static Optional<Finding> finding(Landing.Judged<?> judged, String rule) {
        return judged.judgement().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst();
    }

    private Witness<R> witness(Schedule schedule, Landing.Judged<R> landing, String rule, Again<R> again) {
        Optional<Finding> finding = finding(landing, rule);
        Accused accused = finding.map(Finding::accused).orElse(Accused.NOTHING);
        Optional<Explanation> explanation = Explanations.of(landing.turns(), accused);
        String text = finding.map(Finding::text).orElse("");
        return new Witness<>(
                schedule, landing.turns(), landing.result(), text, again.made(), again.reproduced(), explanation);
    }
}
