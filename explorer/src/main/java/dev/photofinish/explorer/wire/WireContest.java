package dev.photofinish.explorer.wire;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.attribution.Attribution;
import dev.photofinish.explorer.attribution.Bell;
import dev.photofinish.explorer.attribution.Bystanders;
import dev.photofinish.explorer.attribution.Halfway;
import dev.photofinish.explorer.attribution.Hesitation;
import dev.photofinish.explorer.attribution.Ignore;
import dev.photofinish.explorer.attribution.Lessons;
import dev.photofinish.explorer.attribution.Onlooker;
import dev.photofinish.explorer.attribution.Script;
import dev.photofinish.explorer.attribution.Slumber;
import dev.photofinish.explorer.attribution.Strain;
import dev.photofinish.explorer.attribution.UnderWay;
import dev.photofinish.explorer.attribution.Watch;
import dev.photofinish.explorer.data.FreshData;
import dev.photofinish.explorer.data.Written;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Contest;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.gate.Gatekeeper;
import dev.photofinish.explorer.gate.Pace;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.gate.Ticker;
import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.Operations;
import dev.photofinish.explorer.mongo.Replies;
import dev.photofinish.explorer.mongo.UniqueKeys;
import dev.photofinish.explorer.traffic.Traffic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * Requests to an application, explored through the {@link WireGate} before its database.
 *
 * <pre>{@code
 * var contenders = new LinkedHashMap<String, Callable<?>>();
 * contenders.put("A", () -> post("/orders"));
 * contenders.put("B", () -> post("/orders"));
 * var contest = new WireContest<>(gate, contenders, freshData, () -> get("/orders"), Set.of());
 * }</pre>
 *
 * <p>One contest of a gate at a time; for the explorer's thread, except {@link #bystanders()}, {@link #written()} and {@link #breakOff}.
 *
 * @param <R> what there is to judge when everybody has finished
 */
public final class WireContest<R> implements Contest<R> {

    private static final String UPSERTS_STOP =
            "Upserts that found nothing were stopped before they inserted, by the failpoint"
                    + " hangBeforeUpsertPerformsInsert: while one stands there, every upsert of that server waits.";
    /** Enough for who does nothing worth mentioning after its answer. */
    private static final Duration SETTLE = Duration.ofMillis(100);

    /** For how long what came once while nobody asked is given the time to come again. */
    private static final Duration ONCE_MORE = Duration.ofSeconds(2);

    /** Of the time for which is waited after an answer of which nothing is known, while threads of the application are awake. */
    private static final int AWAKE_AT_MOST = 2;

    private static final Patience PATIENCE = Patience.DEFAULT.quietAfter(Lessons.QUIET);

    private final WireGate gate;
    private final Map<String, Callable<?>> contenders;
    private final Unexplored unexplored;
    private final FreshData freshData;
    private final Result<R> result;
    private final Patience patience;
    private final Pace pace = new Pace();
    private final Script script;
    private final PoolCheck pool;
    private final Lessons lessons = new Lessons();
    private final Watch watch;
    private final Traffic traffic;
    private final Duration settle;
    private final Hindrances hindrances;
    private boolean oneAfterTheOther;
    private final Slumber slumber;
    /** Written before the contenders' threads are started. */
    private volatile Optional<WireExecution<R>> current = Optional.empty();

    /**
     * @param contenders by name, in their order: sends a contender's requests and returns when it has its answers. Called
     *     once an execution, on a thread of its own. A refusal and a failure are answers too; what it throws makes the
     *     execution inconclusive
     * @param result read when everybody has finished; what it asks the application passes the gate
     */
    public WireContest(
            WireGate gate,
            Map<String, ? extends Callable<?>> contenders,
            FreshData freshData,
            Result<R> result,
            Set<Ignore> ignored) {
        this(gate, contenders, freshData, result, ignored, Masking.BY_NAME, PATIENCE);
    }

    /**
     * @param masking what must not be seen in the texts of commands and answers
     * @param patience how long to wait for what
     */
    public WireContest(
            WireGate gate,
            Map<String, ? extends Callable<?>> contenders,
            FreshData freshData,
            Result<R> result,
            Set<Ignore> ignored,
            Masking masking,
            Patience patience) {
        this(gate, contenders, freshData, result, ignored, masking, patience, Optional.empty(), SETTLE);
    }

    /**
     * @param settle how long to wait for what may come after an answer, where nothing is known about that yet
     * @param passerby sends requests of somebody who takes no part, that only read, and returns when they are answered: where a
     *     contender waits in the application, they tell whether the application could send another command at all
     */
    public WireContest(
            WireGate gate,
            Map<String, ? extends Callable<?>> contenders,
            FreshData freshData,
            Result<R> result,
            Set<Ignore> ignored,
            Masking masking,
            Patience patience,
            Optional<Callable<?>> passerby,
            Duration settle) {
        this.gate = gate;
        this.pool = new PoolCheck(gate.gateway(), passerby);
        this.contenders = new LinkedHashMap<>(contenders);
        this.freshData = freshData;
        this.result = result;
        this.patience = patience;
        this.settle = settle;
        this.script = new Script(
                new CommandReader(UniqueKeys.of(gate.database()), masking),
                new Replies(masking),
                ignored,
                new BooksOfData(freshData),
                gate.background(),
                settle,
                mayWait -> Thread.ofVirtual().name("photofinish-wire-reader").start(mayWait));
        this.unexplored = new Unexplored(script.tally(), contenders.size(), gate.vigil()::hasSeenSeveralWorkers);
        this.watch = new Watch(script);
        this.slumber = gate.vigil().atMost(settle.multipliedBy(AWAKE_AT_MOST));
        this.hindrances = new Hindrances(script, watch);
        gate.gateway().passing().isWanted();
        this.traffic = new Traffic(
                gate.idleness(),
                this::used,
                namespace -> ignored.stream().anyMatch(ignore -> ignore.isAbout(namespace)),
                settle);
    }

    @Override
    public List<String> contenders() {
        return List.copyOf(contenders.keySet());
    }

    /**
     * {@inheritDoc}
     *
     * @throws CannotBegin also if no command of theirs came through the gate: such a contest says nothing
     */
    @Override
    public Execution<R> begin(List<String> participants) throws CannotBegin, InterruptedException {
        return begin(Beginning.together(inOrder(participants), Beginning.Condition.SOMEBODY_SENDS_A_COMMAND));
    }

    /**
     * The same, but nobody need send a command: a part of a contest, of which it is known that it comes through the gate.
     *
     * @throws CannotBegin if there is no fresh data
     */
    public Execution<R> beginPart(List<String> participants) throws CannotBegin, InterruptedException {
        return begin(Beginning.together(inOrder(participants), Beginning.Condition.NONE));
    }

    @Override
    public boolean canHoldAtTheDoor() {
        return true;
    }

    @Override
    public Execution<R> beginAtTheDoor(List<String> participants) throws CannotBegin, InterruptedException {
        return begin(Beginning.atTheDoor(inOrder(participants), Beginning.Condition.NONE));
    }

    /**
     * {@inheritDoc}
     *
     * @throws CannotBegin also if no command of theirs came through the gate
     */
    @Override
    public Execution<R> beginSerially(List<String> order) throws CannotBegin, InterruptedException {
        return begin(Beginning.serially(order, Beginning.Condition.SOMEBODY_SENDS_A_COMMAND));
    }

    /**
     * The same, but nobody need send a command.
     *
     * @throws CannotBegin if there is no fresh data
     */
    public Execution<R> beginPartSerially(List<String> order) throws CannotBegin, InterruptedException {
        return begin(Beginning.serially(order, Beginning.Condition.NONE));
    }

    /**
     * To be called by a contender between two of its requests, on its own thread: in a serial order it waits here for its turn.
     *
     * @throws InterruptedException if the execution is being ended
     */
    public void nextRequest(String contender) throws InterruptedException {
        Optional<WireExecution<R>> now = current;
        if (now.isPresent()) {
            now.get().nextRequest(contender);
        }
    }

    /**
     * Ends the execution at hand, its held commands dropped, and lets no other begin: what was asked for is not done, and may not be
     * called held. From any thread.
     *
     * @param why a sentence
     */
    public void breakOff(String why) {
        hindrances.breaksOff(why);
        current.ifPresent(execution -> execution.breakOff(why));
    }

    private List<String> inOrder(List<String> participants) {
        return contenders().stream().filter(participants::contains).toList();
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes it, or it is closed here
    private Execution<R> begin(Beginning beginning) throws CannotBegin, InterruptedException {
        hindrances.refuse();
        gate.holdTransactionsOpen().ifPresent(script.tally()::note);
        hindrances.whatWentOnIsOver();
        gate.vigil().looksAround(gate.gateway().connections());
        watchTheIdle();
        hindrances.refuseForGood(pastTheGate());
        watch.weAsk();
        freshData.make(written());
        oneAfterTheOther = beginning.isSerial();
        WireExecution<R> execution = execution(beginning);
        current = Optional.of(execution);
        hindrances.brokenOff().ifPresent(execution::breakOff);
        try {
            if (script.letsSomePass() || traffic.isToBeWatched()) {
                freshData.complete();
            }
            traffic.begins();
            beginning.of(execution, contenders);
            freshData.complete();
            beginning.condition().require(execution);
            hindrances.nothingCameTooLate();
            return beginning.isTogether() && isCrowded(execution) ? afterPoolCheck(beginning, execution) : execution;
        } catch (CannotBegin | InterruptedException | RuntimeException | Error e) {
            execution.close();
            throw e;
        }
    }

    private boolean isCrowded(WireExecution<R> execution) {
        boolean sendSeveral = !pace.parallel().isEmpty(); // and so may be busy on more connections than is known
        return !execution.waitingInTheApplication().isEmpty()
                && pool.isWanted(execution.busyConnections(), sendSeveral);
    }

    /** What has begun is of no use any more: commands of others have passed meanwhile. */
    private Execution<R> afterPoolCheck(Beginning beginning, WireExecution<R> execution)
            throws CannotBegin, InterruptedException {
        List<String> held = execution.situation().enabled();
        switch (pool.of(held, execution.waitingInTheApplication(), execution::close)) {
            case PoolCheck.Finding.Room room -> {}
            case PoolCheck.Finding.Unknown unknown -> script.tally().doubt(unknown.sentence());
            case PoolCheck.Finding.NoRoom none -> hindrances.refuseForGood(Optional.of(none.sentence()));
        }
        return begin(beginning);
    }

    /** Once for each gate: what comes now is what the application does when nobody asks. */
    private void watchTheIdle() throws InterruptedException {
        if (gate.background().isToBeWatched()) {
            gate.gateway().stage(watch);
            gate.vigil().applicationIsIdle();
            try {
                gate.idleness().look(() -> watch.idle(settle, ONCE_MORE));
            } finally {
                gate.vigil().applicationIsAsked();
            }
        }
    }

    /**
     * Why nothing may be explored: the contenders also do something past the gate. Empty as long as that does not show. For the explorer's
     * thread, while nobody runs.
     */
    public Optional<String> pastTheGate() throws InterruptedException {
        return traffic.refusal();
    }

    private WireExecution<R> execution(Beginning beginning) {
        List<String> names = inOrder(beginning.order());
        Hesitation.Pauses pauses = lessons.begin(names);
        UnderWay underWay = new UnderWay();
        DatabaseProbe probe = new DatabaseProbe(new Operations(gate.database()), underWay);
        Gatekeeper gatekeeper = new Gatekeeper(names, probe, patience, pace, Ticker.SYSTEM);
        Attribution attribution =
                new Attribution(script, gatekeeper, underWay, pace, pauses, Bell.of(gate.timer()), halfway(), slumber);
        Onlooker onlooker = new Onlooker(gate.gateway()::connections, pace, gatekeeper, attribution);
        return new WireExecution<>(
                gate,
                gatekeeper,
                attribution,
                result,
                beginning.relay(),
                pool::isAnybodyElseServed,
                new Remembered(onlooker, attribution));
    }

    /** Whether the gate waits longer than it has to in the execution that has begun last, to learn from it. */
    boolean isInALesson() {
        return lessons.isInOne();
    }

    private Halfway halfway() {
        return new Halfway(gate.upsertStop(), () -> script.tally().note(UPSERTS_STOP));
    }

    @Override
    public Orders takeVolleysInNextOrder() {
        return pace.nextOrder();
    }

    @Override
    public void takeVolleysInFirstOrder() {
        pace.firstOrder();
    }

    @Override
    public boolean bringsAllToTheirFirstStep() {
        return true;
    }

    @Override
    public Set<String> doubts() {
        Set<String> doubts = new TreeSet<>(script.tally().doubts());
        doubts.addAll(traffic.doubts());
        doubts.addAll(unexplored.doubts());
        return doubts;
    }

    /**
     * Why not even a rule that is broken proves anything: others write where the contenders do, and what they write cannot be told apart.
     * A sentence each; they are among the doubts, too.
     */
    public Set<String> mixedData() {
        return script.tally().mixedData();
    }

    @Override
    public boolean leavesBeginningsOut() {
        return unexplored.beginnings();
    }

    /** What passed besides the contenders' steps, in all executions so far. */
    public Bystanders bystanders() {
        return script.bystanders(pace.parallel())
                .and(traffic.notes(), traffic.doubts())
                .and(gate.vigil().notes(), Set.of())
                .and(unexplored.notes(), Set.of());
    }

    /** Whether each contender was begun when the one before was over, in the execution that has begun last. */
    public boolean isOneAfterTheOther() {
        return oneAfterTheOther;
    }

    /** What the gate has done to each contender in the execution that has begun last. */
    public Map<String, Strain> strains() {
        return current.map(WireExecution::strains).orElse(Map.of());
    }

    /** The collections that the application's commands were about in all executions so far, such as {@code shop.orders}. */
    public Set<String> used() {
        return script.tally().used();
    }

    /** What the gate saw written, by whomever, in all executions so far. */
    public Written written() {
        return new Written(script.tally().written(), script.tally().remade());
    }

    /** The collections in which something was written that the contest does not ignore, in all executions so far. */
    public Set<MongoNamespace> contested() {
        return script.tally().contested();
    }

    /** Reads what there is to judge. */
    @FunctionalInterface
    public interface Result<R> {

        R read() throws InterruptedException;
    }

    /** What is to be remembered of an execution that has ended. */
    private final class Remembered implements Aftermath {

        private final Onlooker onlooker;
        private final Attribution attribution;

        Remembered(Onlooker onlooker, Attribution attribution) {
            this.onlooker = onlooker;
            this.attribution = attribution;
        }

        @Override
        public void everybodyIsOver() {
            traffic.isOver();
        }

        @Override
        public long ignoredCommands() {
            return script.tally().ignoredCommands();
        }

        @Override
        public void leaves(List<String> stragglers, Optional<String> transactions, Optional<String> noise) {
            hindrances.ends(stragglers, noise.map(why -> attribution));
            watch.nobodyAsksAnyMore();
            gate.gateway().stage(watch);
            lessons.end(onlooker.impression());
            transactions.ifPresent(script.tally()::note);
        }
    }
}
