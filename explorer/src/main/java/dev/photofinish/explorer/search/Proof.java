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
                        || witness.schedule().isSampled() && witness.reproduced() > 0;
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
        return again(asItWas, rule).orElseGet(() -> witness(asItWas, landing, rule, watcher.stop() ? 0 : attempts, 0));
    }

    /** Empty if it never breaks the rule again. */
    private Optional<Witness<R>> again(Schedule schedule, String rule) throws InterruptedException {
        Optional<Landing.Judged<R>> shown = Optional.empty();
        int made = 0;
        int reproduced = 0;
        while (made < attempts && !watcher.stop()) {
            made++;
            Optional<Landing.Judged<R>> landing = broken(flight.fly(ReplaySearch.pilot(schedule)), rule);
            reproduced += landing.isPresent() ? 1 : 0;
            shown = shown.or(() -> landing);
            // one step at a time is deterministic: what does not show at once is another schedule
            if (reproduced == 0 && !schedule.isSampled()) {
                return Optional.empty();
            }
        }
        int of = made;
        int times = reproduced;
        return shown.map(landing -> witness(schedule, landing, rule, of, times));
    }

    @SuppressWarnings("unchecked") // the flight is of the same contest
    private Optional<Landing.Judged<R>> broken(Landing landing, String rule) {
        return landing instanceof Landing.Judged<?> judged
                        && finding(judged, rule).isPresent()
                ? Optional.of((Landing.Judged<R>) judged)
                : Optional.empty();
    }

    private static Optional<Finding> finding(Landing.Judged<?> judged, String rule) {
        return judged.judgement().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst();
    }

    private Witness<R> witness(Schedule schedule, Landing.Judged<R> landing, String rule, int of, int times) {
        Optional<Finding> finding = finding(landing, rule);
        Accused accused = finding.map(Finding::accused).orElse(Accused.NOTHING);
        Optional<Explanation> explanation = Explanations.of(landing.turns(), accused);
        String text = finding.map(Finding::text).orElse("");
        return new Witness<>(schedule, landing.turns(), landing.result(), text, of, times, explanation);
    }
}
