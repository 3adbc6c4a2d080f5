package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.Attribution;
import dev.photofinish.explorer.attribution.Strain;
import dev.photofinish.explorer.attribution.Told;
import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.execution.Steersman;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Passage;
import dev.photofinish.explorer.mongo.Operations;
import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** One execution of requests to an application, its commands held at the gate. */
final class WireExecution<R> implements Execution<R> {

    private static final Answer BEGUN = new Answer(Answer.Effect.READ, "is under way");
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final WireGate gate;
    private final Gatekeeper gatekeeper;
    private final Attribution attribution;
    private final WireContest.Result<R> result;
    private final Aftermath aftermath;
    /** Whoever lets a contender begin adds to it. */
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private final Company company;
    private final Relay relay;
    private Map<String, Callable<?>> programs = Map.of();
    private boolean closed;

    WireExecution(
            WireGate gate,
            Gatekeeper gatekeeper,
            Attribution attribution,
            WireContest.Result<R> result,
            Relay relay,
            Company company,
            Aftermath aftermath) {
        this.company = company;
        this.relay = relay;
        this.gate = gate;
        this.gatekeeper = gatekeeper;
        this.attribution = attribution;
        this.result = result;
        this.aftermath = aftermath;
    }

    /** Somebody who takes no part. */
    @FunctionalInterface
    interface Company {

        /** Whether the application answers others; empty if nobody can ask it. */
        Optional<Boolean> isAnswered() throws InterruptedException;
    }

    @Override
    public Optional<String> noDeadlock() throws InterruptedException {
        Optional<Boolean> answered = company.isAnswered();
        if (answered.isEmpty()) {
            return Optional.of(
                    "All contenders wait in the application, though no command is held: for each other, or because"
                            + " the application has stopped. Which of the two cannot be told, since there is no operation that only reads"
                            + " (GET) and whose command comes through the gate. Give the system file one.");
        }
        return answered.get()
                ? Optional.empty()
                : Optional.of(
                        "All contenders wait in the application, though no command is held, and nobody else is answered"
                                + " either: the application hangs, or it has too few workers or connections for one of them to go on.");
    }

    /** Starts the contenders one after the other, each when the one before has settled. */
    void begin(Map<String, Callable<?>> contenders) throws InterruptedException {
        gate.gateway().stage(attribution);
        for (Map.Entry<String, Callable<?>> contender : contenders.entrySet()) {
            start(contender.getKey(), contender.getValue());
        }
    }

    /** Starts the first whose turn it is; each of the others starts when the one before it is over. */
    void beginSerially(Map<String, Callable<?>> contenders) throws InterruptedException {
        gate.gateway().stage(attribution);
        programs = Map.copyOf(contenders);
        takeTurns();
    }

    /** To begin is a step of everybody's. */
    void holdAtTheDoor(Map<String, Callable<?>> contenders) throws InterruptedException {
        gate.gateway().stage(attribution);
        contenders.forEach((contender, requests) -> {
            gatekeeper.started(contender);
            gatekeeper.arrived(contender, Command.BEGINS, new Door(contender, requests));
        });
        settled(gatekeeper.settle());
    }

    private void start(String contender, Callable<?> requests) throws InterruptedException {
        startThread(contender, requests);
        settled(gatekeeper.settle());
    }

    private void startThread(String contender, Callable<?> requests) {
        attribution.started(contender);
        threads.add(
                Thread.ofVirtual().name("photofinish-contender-" + contender).start(() -> run(contender, requests)));
    }

    /** Where somebody is held who has not begun. */
    private final class Door implements Passage {

        private final String contender;
        private final Callable<?> requests;

        Door(String contender, Callable<?> requests) {
            this.contender = contender;
            this.requests = requests;
        }

        @Override
        public void proceed() {
            gatekeeper.replied(contender, BEGUN, new Passage() {
                @Override
                public void proceed() {
                    startThread(contender, requests);
                }

                @Override
                public void drop() {
                    gatekeeper.finished(contender);
                }
            });
        }

        @Override
        public void drop() {
            gatekeeper.finished(contender);
        }
    }

    /** As long as everybody who has begun is over and somebody has a turn to come. */
    private void takeTurns() throws InterruptedException {
        while (situation().over() && relay.isLeft()) {
            Optional<Relay.Turn> turn = relay.next();
            if (turn.isPresent()) {
                take(turn.get());
            }
        }
    }

    private void take(Relay.Turn turn) throws InterruptedException {
        switch (turn) {
            case Relay.Turn.Begins begins ->
                start(begins.contender(), Objects.requireNonNull(programs.get(begins.contender())));
            case Relay.Turn.GoesOn goesOn -> {
                attribution.started(goesOn.contender());
                goesOn.now();
                settled(gatekeeper.settle());
            }
        }
    }

    /**
     * A contender is between two of its requests; waits, where requests come one after the other, until it is its turn again. By
     * the contender's thread.
     *
     * @throws InterruptedException if the execution is being ended
     */
    void nextRequest(String contender) throws InterruptedException {
        Optional<CountDownLatch> rest = relay.rests(contender);
        if (rest.isPresent()) {
            attribution.finished(contender, new Told("one of several"));
            rest.get().await();
        }
    }

    /** @throws CannotBegin.NothingSeen if none of the contenders sent a command through the gate */
    void requireACommand() throws CannotBegin.NothingSeen {
        if (attribution.nobodyHasStepped() && situation().over()) {
            throw new CannotBegin.NothingSeen(NothingSeen.sentence(gate, aftermath.ignoredCommands()));
        }
    }

    /** What the gate has done to each contender so far. */
    Map<String, Strain> strains() {
        return attribution.strains();
    }

    /** Those who wait in the application while others are held. */
    List<String> waitingInTheApplication() {
        return situation().enabled().isEmpty()
                ? List.of()
                : situation().standings().entrySet().stream()
                        .filter(standing -> standing.getValue() instanceof Standing.Blocked blocked
                                && blocked.where() == Standing.Where.APPLICATION)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** How many of the contenders' commands are at the gate or in the database. */
    int busyConnections() {
        return (int) situation().standings().values().stream()
                .filter(standing -> !(standing instanceof Standing.Finished)
                        && !(standing instanceof Standing.Blocked blocked
                                && blocked.step().isEmpty()))
                .count();
    }

    private void run(String contender, Callable<?> requests) {
        Told told = new Told("no answer");
        try {
            told = requests.call() instanceof Told kind ? kind : new Told("");
        } catch (InterruptedException e) {
            attribution.lost(contender, contender + " was interrupted.");
        } catch (Exception | AssertionError e) {
            String why =
                    String.valueOf(e.getMessage() == null ? e : e.getMessage()).replaceFirst("\\.$", "");
            attribution.lost(contender, contender + " got no answer: " + why + ".");
        }
        if (told.equals(Told.NOTHING_IN_TIME) && !gatekeeper.leavesAlone(contender)) {
            attribution.lost(contender, contender + " got no answer in time, while commands were held.");
        }
        relay.ends(contender);
        attribution.finished(contender, told);
    }

    /**
     * Nothing more is wanted of it: what is held is dropped, and whoever steers it is told at once that it is lost. From any
     * thread; it has to be closed all the same.
     */
    void breakOff(String why) {
        relay.isOver();
        gatekeeper.breakOff(why);
    }

    @Override
    public Situation situation() {
        return gatekeeper.situation();
    }

    @Override
    public Situation let(Set<String> contenders) throws InterruptedException {
        return steer(Steersman.once(contenders));
    }

    @Override
    public Situation steer(Steersman steersman) throws InterruptedException {
        Situation now = settled(gatekeeper.steer(untilTheNextTurn(steersman)));
        while (now.over() && relay.isLeft()) {
            takeTurns();
            now = settled(gatekeeper.steer(untilTheNextTurn(steersman)));
        }
        return now;
    }

    /** Who is over is nobody's end as long as somebody has yet to begin. */
    private Steersman untilTheNextTurn(Steersman steersman) {
        return now -> {
            attribution.sees(now);
            return now.over() && relay.isLeft() ? Set.of() : steersman.next(now);
        };
    }

    private Situation settled(Situation situation) {
        attribution.settled(situation);
        return situation;
    }

    @Override
    public Answer answerOf(String contender, int index) {
        return gatekeeper.answerOf(contender, index);
    }

    @Override
    public R result() throws InterruptedException {
        if (!situation().over()) {
            throw new IllegalStateException("There is no result before everybody has finished: " + situation() + ".");
        }
        attribution.awaitLatecomers();
        aftermath.everybodyIsOver();
        // what is asked now passes, but what it writes has to be put back
        attribution.end();
        return result.read();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        relay.isOver();
        attribution.end();
        gatekeeper.close();
        List<String> stragglers = end();
        Optional<String> noise = calm();
        Optional<String> left = attribution.transactions().abort(new Operations(gate.database()));
        aftermath.leaves(stragglers, left, noise);
    }

    /** @return why it cannot be said that nothing more comes of it */
    private Optional<String> calm() {
        try {
            return attribution.awaitCalm(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** @return the contenders that do not end, even when interrupted */
    private List<String> end() {
        List<String> stragglers = new ArrayList<>();
        boolean interrupted = Thread.interrupted();
        for (Thread thread : threads) {
            try {
                if (!gatekeeper.unfinished().isEmpty()) {
                    thread.interrupt();
                }
                if (!thread.join(GOODBYE)) {
                    stragglers.add(thread.getName());
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return stragglers;
    }
}
