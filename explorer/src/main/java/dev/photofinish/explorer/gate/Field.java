package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All contenders of an execution, and since when nobody has moved. Guarded by the gatekeeper's lock. */
final class Field {

    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final Fairness fairness;
    private final Patience patience;
    private final Pace pace;
    private final Ticker ticker;
    private final Lookout lookout;
    private long events;
    private long lastEventNanos;
    private long begunNanos;

    Field(List<String> names, Patience patience, Pace pace, Ticker ticker) {
        names.forEach(name -> contenders.put(name, new Contender(name, pace)));
        this.patience = patience;
        this.pace = pace;
        this.ticker = ticker;
        this.fairness = new Fairness(pace, patience.endless());
        this.lookout = new Lookout(patience.look());
        this.lastEventNanos = ticker.nanos();
        this.begunNanos = lastEventNanos;
    }

    Collection<Contender> all() {
        return contenders.values();
    }

    Contender contender(String name) {
        Contender contender = contenders.get(name);
        if (contender == null) {
            throw new IllegalArgumentException(
                    "%s is no contender; they are %s.".formatted(name, String.join(", ", contenders.keySet())));
        }
        return contender;
    }

    Fairness fairness() {
        return fairness;
    }

    /** A contender begins to run, and with it the time in which everybody must come to an end. */
    void starts(Contender contender) {
        begunNanos = ticker.nanos();
        contender.start(begunNanos);
    }

    /** How much time is left to those who have begun. */
    Duration timeLeft() {
        return patience.whole().minusNanos(ticker.nanos() - begunNanos);
    }

    /** The time is over. Answers what has to be dropped. */
    List<Passage> expire() {
        return loseAll(" has not come to its end within %s, which is all the time that a schedule has."
                .formatted(Silence.text(patience.whole())));
    }

    /**
     * Nothing can be said any more about those who have begun and not finished. Answers what has to be dropped.
     *
     * @param why follows each one's name
     */
    List<Passage> loseAll(String why) {
        List<Passage> waiting = new ArrayList<>();
        for (Contender one : contenders.values()) {
            if (one.isUnderWay()) {
                waiting.addAll(one.clear());
                one.lose(one.name() + why);
            }
        }
        return waiting;
    }

    void answered(Step step, Answer answer) {
        fairness.answered(step, answer, ticker.nanos());
    }

    /** Something has happened: what was seen of silent contenders before says nothing any more. */
    void stir() {
        events++;
        lastEventNanos = ticker.nanos();
        lookout.forget();
    }

    /** Those that may still do something. */
    List<Contender> movers() {
        return contenders.values().stream()
                .filter(one -> one.moves(silence(), patience.quiet()))
                .toList();
    }

    /** Whether there is nobody left of whom nothing is known: only then is it worth waking the scheduler. */
    boolean mayHaveSettled() {
        Duration silence = silence();
        for (Contender one : contenders.values()) {
            if (one.moves(silence, patience.quiet()) && !one.hasSomething()) {
                return false;
            }
        }
        return true;
    }

    /** Whether everybody stands before a step or has finished, and nothing is kept back: who goes next is all there is to say. */
    boolean isAtItsSteps() {
        Duration silence = silence();
        for (Contender one : contenders.values()) {
            if (!one.isAtItsStep() || one.moves(silence, patience.quiet())) {
                return false;
            }
        }
        return true;
    }

    /** How long nothing need be done about a mover. */
    Duration leisure(Contender mover) {
        Duration until = mover.hasSomething() ? mover.patience(patience.quiet()) : lookout.dueAt(mover.name());
        return until.minus(silence());
    }

    Deed.Look look(Contender mover) {
        return new Deed.Look(mover.name(), mover.underWay(), events);
    }

    /** Judges a mover by what was seen of it. */
    void saw(Deed.Look look, Sighting now) {
        if (look.events() != events) {
            return;
        }
        Contender mover = contender(look.contender());
        if (mover.isWaitedFor()) {
            lookout.saw(mover.name(), now, silence());
            return;
        }
        Sighting before = lookout.lastSeen(mover.name());
        var symptoms = new Diagnosis.Symptoms(
                mover.name(),
                look.underWay(),
                before,
                now,
                silence(),
                suspicious(mover),
                pace.standstill(),
                companyOf(mover));
        switch (Diagnosis.of(symptoms, patience.givingUpAfter(pace.givingUp(patience.application())))) {
            case Diagnosis.Slow slow -> lookout.saw(mover.name(), now, silence());
            case Diagnosis.Blocked blocked -> {
                mover.block(blocked.where(), blocked.why());
                if (symptoms.company() == Diagnosis.Company.OTHERS_ARE_SILENT) {
                    pace.standsStill();
                }
            }
            case Diagnosis.Lost lost -> mover.lose(lost.why());
        }
    }

    /** Delivers the first reply that was kept back, now that nobody runs. */
    Optional<Passage> deliver() {
        for (Contender one : contenders.values()) {
            Optional<Passage> delivery = one.deliver(ticker.nanos());
            if (delivery.isPresent()) {
                stir();
                unblock(Standing.Where.APPLICATION);
                return delivery;
            }
        }
        return Optional.empty();
    }

    /** Somebody moves who may end another's wait. */
    void unblock(Standing.Where where) {
        contenders.values().forEach(one -> one.unblock(where, ticker.nanos()));
    }

    /** Nobody moves any more: each stops where it is. */
    Situation rest() {
        contenders.values().forEach(Contender::rest);
        Map<String, Standing> standings = new LinkedHashMap<>();
        contenders.values().forEach(one -> standing(one).ifPresent(standing -> standings.put(one.name(), standing)));
        if (standings.values().stream().noneMatch(Standing.Held.class::isInstance)) {
            standings.replaceAll((name, standing) -> unlessNobodyWaits(contender(name), standing));
        }
        return new Situation(standings);
    }

    /** Whoever asked has been answered: that it goes on for ever is no harm, and may be none of its doing. */
    private static Standing unlessNobodyWaits(Contender contender, Standing standing) {
        return standing instanceof Standing.Yielding yielding && contender.hasItsAnswer()
                ? new Standing.Lost(
                        "%s has its answer, and goes on without end: it %s. That may be what the application does all the time."
                                .formatted(contender.name(), yielding.why()))
                : standing;
    }

    private Optional<Standing> standing(Contender contender) {
        return switch (contender.place()) {
            case Place.Held held ->
                Optional.of(
                        othersLeft(contender)
                                ? fairness.before(held.step())
                                : fairness.beforeAlone(held.step(), ticker.nanos()));
            case Place.Blocked blocked -> Optional.of(blocked.standing());
            case Place.Finished finished -> Optional.of(new Standing.Finished());
            case Place.Lost lost -> Optional.of(new Standing.Lost(lost.why()));
            case Place.Idle idle -> Optional.empty();
            case Place.Running running -> Optional.empty();
            case Place.UnderWay underWay -> Optional.empty();
            case Place.Replied replied -> Optional.empty();
        };
    }

    private boolean othersLeft(Contender contender) {
        return contenders.values().stream()
                .anyMatch(other -> other != contender
                        && (other.place() instanceof Place.Held || other.place() instanceof Place.Blocked));
    }

    private Diagnosis.Company companyOf(Contender contender) {
        List<Contender> others = contenders.values().stream()
                .filter(other -> other != contender && other.isUnderWay())
                .toList();
        if (others.stream().anyMatch(Contender::canGo)) {
            return Diagnosis.Company.OTHERS_ARE_HELD;
        }
        return !others.isEmpty() && others.stream().allMatch(Contender::isSilentInTheApplication)
                ? Diagnosis.Company.OTHERS_ARE_SILENT
                : Diagnosis.Company.ALONE;
    }

    private Duration suspicious(Contender contender) {
        return patience.suspicion().of(pace.typicalSilence(), contender.wasBlocked());
    }

    private Duration silence() {
        return Duration.ofNanos(ticker.nanos() - lastEventNanos);
    }

    /** Takes away all that stands at the gate. */
    List<Passage> clear() {
        List<Passage> waiting = new ArrayList<>();
        contenders.values().forEach(one -> waiting.addAll(one.clear()));
        return waiting;
    }
}
