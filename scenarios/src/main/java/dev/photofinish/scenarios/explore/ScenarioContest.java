package dev.photofinish.scenarios.explore;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.attribution.Bystanders;
import dev.photofinish.explorer.attribution.Ignore;
import dev.photofinish.explorer.attribution.Strain;
import dev.photofinish.explorer.attribution.Told;
import dev.photofinish.explorer.data.Written;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.execution.Execution;
import dev.photofinish.explorer.gate.Patience;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.oracle.RequestContest;
import dev.photofinish.explorer.wire.WireContest;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.NoAnswerException;
import dev.photofinish.scenarios.race.DirectedRound;
import dev.photofinish.scenarios.race.EndedRound;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A scenario file as the explorer sees it: all steps of a contender are its program, whatever the file's rendezvous. */
final class ScenarioContest implements RequestContest<EndedRound> {

    private final WireContest<EndedRound> contest;
    /** Written before the contenders' threads are started. */
    private volatile Map<String, Integer> endsAfter = Map.of();

    private volatile Runnable unanswered = () -> {};

    private ScenarioContest(
            ScenarioFile scenario, Deployment deployment, WireGate gate, Ground ground, Duration settle) {
        this.contest = new WireContest<>(
                gate,
                programs(scenario, ground),
                ground,
                ground::end,
                ignored(scenario, deployment.system()),
                Masking.of(deployment.secrets()),
                Patience.DEFAULT
                        .endingWithin(deployment.endpoint().timeouts().answer())
                        .endingLater(
                                settle.multipliedBy(4L * scenario.contenders().size())),
                Optional.of(() -> {
                    ground.round().passBy(deployment);
                    return true;
                }),
                settle);
    }

    /**
     * @param deployment whose time-out is also that of a schedule
     * @param settle how long to wait for what comes after an answer, where nothing is known about that yet
     */
    static ScenarioContest of(
            ScenarioFile scenario, Deployment deployment, WireGate gate, Ground ground, Duration settle) {
        return new ScenarioContest(scenario, deployment, gate, ground, settle);
    }

    /** @param told each time a contender got no answer, on its thread */
    void whenUnanswered(Runnable told) {
        unanswered = told;
    }

    private Map<String, Callable<?>> programs(ScenarioFile scenario, Ground ground) {
        Map<String, Callable<?>> programs = new LinkedHashMap<>();
        for (Contender contender : scenario.contenders()) {
            programs.put(contender.name(), () -> {
                int steps = endsAfter.getOrDefault(
                        contender.name(), contender.steps().size());
                return run(contender.first(steps), ground.round());
            });
        }
        return programs;
    }

    private Told run(Contender contender, DirectedRound round) throws NoAnswerException, InterruptedException {
        try {
            round.run(contender, () -> contest.nextRequest(contender.name()));
            return new Told(kind(contender, round));
        } catch (NoAnswerException silence) {
            unanswered.run();
            if (round.gaveUpWaiting(contender.name())) {
                return Told.NOTHING_IN_TIME;
            }
            throw silence;
        }
    }

    /** What comes after an answer is known of those who were answered the same to the same calls. */
    private static String kind(Contender contender, DirectedRound round) {
        String calls =
                contender.steps().stream().map(step -> step.operation().name()).collect(Collectors.joining(", "));
        return calls + ": " + round.told(contender.name());
    }

    @Override
    public List<String> contenders() {
        return contest.contenders();
    }

    @Override
    public Execution<EndedRound> begin(List<String> participants) throws CannotBegin, InterruptedException {
        endsAfter = Map.of();
        return contest.begin(participants);
    }

    @Override
    public Execution<EndedRound> begin(List<String> participants, Map<String, Integer> endsAfter)
            throws CannotBegin, InterruptedException {
        if (endsAfter.isEmpty() && participants.size() == contenders().size()) {
            return begin(participants);
        }
        this.endsAfter = endsAfter;
        return contest.beginPart(participants);
    }

    @Override
    public Execution<EndedRound> beginSerially(List<String> order) throws CannotBegin, InterruptedException {
        endsAfter = Map.of();
        return contest.beginSerially(order);
    }

    @Override
    public Execution<EndedRound> beginSerially(List<String> order, Map<String, Integer> endsAfter)
            throws CannotBegin, InterruptedException {
        if (endsAfter.isEmpty() && Set.copyOf(order).containsAll(contenders())) {
            return beginSerially(order);
        }
        this.endsAfter = endsAfter;
        return contest.beginPartSerially(order);
    }

    @Override
    public boolean canHoldAtTheDoor() {
        return contest.canHoldAtTheDoor();
    }

    @Override
    public Execution<EndedRound> beginAtTheDoor(List<String> participants) throws CannotBegin, InterruptedException {
        endsAfter = Map.of();
        return contest.beginAtTheDoor(participants);
    }

    @Override
    public boolean leavesBeginningsOut() {
        return contest.leavesBeginningsOut();
    }

    @Override
    public Orders takeVolleysInNextOrder() {
        return contest.takeVolleysInNextOrder();
    }

    @Override
    public void takeVolleysInFirstOrder() {
        contest.takeVolleysInFirstOrder();
    }

    @Override
    public boolean bringsAllToTheirFirstStep() {
        return contest.bringsAllToTheirFirstStep();
    }

    @Override
    public Set<String> doubts() {
        return contest.doubts();
    }

    /** Whether each contender was begun when the one before was over, in the execution that has begun last. */
    boolean isOneAfterTheOther() {
        return contest.isOneAfterTheOther();
    }

    /** What the gate has done to each contender in the execution that has begun last. */
    Map<String, Strain> strains() {
        return contest.strains();
    }

    /** Why not even a rule that is broken proves anything, a sentence each. */
    Set<String> mixedData() {
        return contest.mixedData();
    }

    /** Ends the execution at hand, and lets no other begin. From any thread. */
    void breakOff(String why) {
        contest.breakOff(why);
    }

    /** Why nothing may be explored: the contenders also do something past the gate. While nobody runs. */
    Optional<String> pastTheGate() throws InterruptedException {
        return contest.pastTheGate();
    }

    /** The collections that the application's commands were about in all executions so far, such as {@code shop.orders}. */
    Set<String> used() {
        return contest.used();
    }

    /** What the gate saw written, by whomever, in all executions so far. */
    Written written() {
        return contest.written();
    }

    /** Where something was written that the contest does not ignore. */
    Set<MongoNamespace> contested() {
        return contest.contested();
    }

    Bystanders bystanders() {
        return contest.bystanders();
    }

    private static Set<Ignore> ignored(ScenarioFile scenario, SystemFile system) {
        return Stream.concat(system.ignore().stream(), scenario.ignore().stream())
                .map(ignore -> new Ignore(ignore.collection(), ignore.command(), Set.copyOf(ignore.filterHas())))
                .collect(Collectors.toSet());
    }
}
