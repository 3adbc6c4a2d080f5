package dev.photofinish.explorer.gate;

import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One contender: where it is, what it has sent, and what it was answered. Guarded by the gatekeeper's lock. */
final class Contender {

    private static final Answer NO_ANSWER = new Answer(Answer.Effect.UNKNOWN, "no answer yet");

    private final String name;
    private final Pace pace;
    private final List<Arrival> queue = new ArrayList<>();
    private final Map<Integer, Answer> answers = new HashMap<>();
    private Place place = new Place.Idle();
    private Volleys.Moment moment = Volleys.Moment.BEGINNING;
    private List<String> volley = List.of();
    private int stepsLetGo;
    private boolean answered;
    private boolean over;

    /** A command that has come and has no number yet. */
    private record Arrival(Command command, Passage passage) {}

    Contender(String name, Pace pace) {
        this.name = name;
        this.pace = pace;
    }

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    /** Whether it was never started, or has its answer. */
    boolean over() {
        return over || place instanceof Place.Idle;
    }

    Answer answer(int index) {
        return answers.getOrDefault(index, NO_ANSWER);
    }

    /** Whether it has begun, and neither finished nor been given up. */
    boolean isUnderWay() {
        return !(place instanceof Place.Idle || place instanceof Place.Finished || place instanceof Place.Lost);
    }

    /** For the first time, or once more after it had finished. */
    void start(long now) {
        over = false;
        answered = false;
        place = new Place.Running(now, false);
    }

    void arrived(Command command, Passage passage, long now) {
        stirs(now);
        if (over || !queue.isEmpty() || !(place instanceof Place.Running || place instanceof Place.Lost)) {
            pace.sendsSeveral(name);
        }
        if (place instanceof Place.Held || place instanceof Place.UnderWay) {
            pace.cameLater(moment, volley, command.shape());
            volley = Stream.concat(volley.stream(), Stream.of(command.shape())).toList();
        }
        if (place instanceof Place.Finished) {
            place = new Place.Running(now, false);
        }
        queue.add(new Arrival(command, passage));
    }

    void answered(long now) {
        stirs(now);
        answered = true;
    }

    boolean hasItsAnswer() {
        return answered;
    }

    /** Whether it has its answer, and whether it does something more is somebody else's to say: its silence means nothing. */
    boolean isWaitedFor() {
        return answered && !over && place instanceof Place.Running && queue.isEmpty();
    }

    void finished(long now) {
        stirs(now);
        over = true;
    }

    /** It does something of its own accord. */
    private void stirs(long now) {
        if (place instanceof Place.Running running && !running.resumed() && queue.isEmpty() && !over && !answered) {
            pace.silence(Duration.ofNanos(now - running.sinceNanos()));
        }
        if (place instanceof Place.Blocked blocked && blocked.standing().where() == Standing.Where.APPLICATION) {
            lose(name
                    + " had been silent so long that it seemed blocked in the application, and went on by itself: it"
                    + " was slow, or gave up waiting. Give it more time, or the machine less to do.");
        }
    }

    /**
     * Its command's reply has come.
     *
     * @return whether the reply goes on at once
     */
    boolean replied(Answer answer, Passage delivery, long now) {
        answers.put(stepsLetGo, answer);
        inDatabase().ifPresent(step -> moment = moment.after(step.command().shape() + " " + answer.effect()));
        return switch (place) {
            case Place.UnderWay underWay -> {
                boolean goesOn = underWay.reply() == Place.Reply.GOES_ON;
                place = goesOn ? new Place.Running(now, false) : new Place.Replied(delivery);
                yield goesOn;
            }
            case Place.Blocked blocked -> {
                lose(name
                        + " was blocked in the database behind a held contender, and was answered though nobody had"
                        + " moved: a time limit of the application or of the database has run out.");
                yield true;
            }
            default -> true;
        };
    }

    /** It stops before the first of its commands in an order that does not depend on time, or has finished. */
    void rest() {
        if (!(place instanceof Place.Running)) {
            return;
        }
        if (queue.isEmpty()) {
            place = new Place.Finished();
            return;
        }
        volley = shapes();
        pace.came(moment, volley);
        // Commands that a contender sends at the same time arrive in any order.
        Arrival first = pace.first(queue, arrival -> arrival.command().shape());
        queue.remove(first);
        place = new Place.Held(new Step(name, stepsLetGo + 1, first.command()), first.passage());
    }

    /** Whether it may still do something, given for how long nobody has. */
    boolean moves(Duration silence, Duration quiet) {
        return switch (place) {
            case Place.UnderWay underWay -> true;
            case Place.Running running -> !hasSomething() || !quietFor(silence, quiet);
            default -> false;
        };
    }

    /** Whether nothing need be found out about it, and it has only to be quiet for a while. */
    boolean hasSomething() {
        return place instanceof Place.Running && (over || !queue.isEmpty());
    }

    /** Whether one of its commands is at the gate, or in the database. */
    boolean hasACommandHere() {
        return switch (place) {
            case Place.Held held -> true;
            case Place.UnderWay underWay -> true;
            case Place.Replied replied -> true;
            case Place.Blocked blocked -> blocked.standing().step().isPresent();
            case Place.Running running -> !queue.isEmpty();
            case Place.Idle idle -> false;
            case Place.Finished finished -> false;
            case Place.Lost lost -> false;
        };
    }

    /** Whether it stands before a step, or about to be put there, or wants nothing. */
    boolean isAtItsStep() {
        return switch (place) {
            case Place.Idle idle -> true;
            case Place.Held held -> true;
            case Place.Finished finished -> true;
            case Place.Running running -> hasSomething();
            case Place.UnderWay underWay -> false;
            case Place.Replied replied -> false;
            case Place.Blocked blocked -> false;
            case Place.Lost lost -> false;
        };
    }

    private boolean quietFor(Duration silence, Duration quiet) {
        return silence.compareTo(patience(quiet)) >= 0;
    }

    /** For how long nothing must have come until it is taken to have sent everything. */
    Duration patience(Duration quiet) {
        return queue.isEmpty() ? pace.quiet(name, quiet) : pace.patience(name, moment, shapes(), quiet);
    }

    private List<String> shapes() {
        return queue.stream().map(arrival -> arrival.command().shape()).toList();
    }

    /** Whether something of it is here, and more may be. */
    boolean isGathering() {
        return place instanceof Place.Running && !queue.isEmpty();
    }

    /** Whether it has no answer yet, and nothing of it is at the gate or in the database. */
    boolean isSilentInTheApplication() {
        boolean waits =
                place instanceof Place.Blocked blocked && blocked.standing().where() == Standing.Where.APPLICATION;
        return !over && !answered && queue.isEmpty() && (waits || place instanceof Place.Running);
    }

    /** Whether it waits at the gate, so that others may be waiting for it. */
    boolean canGo() {
        return place instanceof Place.Held || (place instanceof Place.Running && !queue.isEmpty());
    }

    Optional<Step> underWay() {
        return place instanceof Place.UnderWay underWay ? Optional.of(underWay.step()) : Optional.empty();
    }

    /** The step that the database has not answered, whether or not it is known to be blocked. */
    Optional<Step> inDatabase() {
        return place instanceof Place.Blocked blocked ? blocked.standing().step() : underWay();
    }

    /** Whether it runs in the application after having been blocked there. */
    boolean wasBlocked() {
        return place instanceof Place.Running running && running.resumed();
    }

    /** Its step begins; the caller lets the command proceed. */
    Passage letGo(Place.Reply reply) {
        if (!(place instanceof Place.Held held)) {
            throw new IllegalArgumentException(
                    name + " cannot be let go, it is not held before a step: " + place + ".");
        }
        stepsLetGo++;
        place = new Place.UnderWay(held.step(), reply);
        return held.passage();
    }

    /** Its kept reply is delivered; the caller lets it proceed. */
    Optional<Passage> deliver(long now) {
        if (!(place instanceof Place.Replied replied)) {
            return Optional.empty();
        }
        place = new Place.Running(now, false);
        return Optional.of(replied.delivery());
    }

    /** It comes no further until another moves. */
    void block(Standing.Where where, String why) {
        place = new Place.Blocked(new Standing.Blocked(where, underWay(), why));
    }

    /** Another moves: a blocked one may go on, and then its reply is kept, since the other may still be running. */
    void unblock(Standing.Where where, long now) {
        if (place instanceof Place.Blocked blocked && blocked.standing().where() == where) {
            place = blocked.standing()
                    .step()
                    .<Place>map(step -> new Place.UnderWay(step, Place.Reply.IS_KEPT))
                    .orElseGet(() -> new Place.Running(now, true));
        }
    }

    /** The first reason stays: what is dropped for it makes a client give up. */
    void lose(String why) {
        if (!(place instanceof Place.Lost)) {
            place = new Place.Lost(why);
        }
    }

    /** Takes away all that stands at the gate. */
    List<Passage> clear() {
        List<Passage> waiting = new ArrayList<>();
        switch (place) {
            case Place.Held held -> waiting.add(held.passage());
            case Place.Replied replied -> waiting.add(replied.delivery());
            default -> {}
        }
        queue.forEach(arrival -> waiting.add(arrival.passage()));
        queue.clear();
        return waiting;
    }
}
