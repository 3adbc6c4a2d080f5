package dev.photofinish.scenarios.explore;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.data.Contents;
import dev.photofinish.explorer.data.FreshData;
import dev.photofinish.explorer.data.Journal;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.data.Written;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.scenarios.race.DirectedRound;
import dev.photofinish.scenarios.race.DirectedRounds;
import dev.photofinish.scenarios.race.EndedRound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/**
 * The data on which executions begin, and the round that each is. For the explorer's thread, but for {@link #round}, which the
 * contenders' threads ask.
 */
final class Ground implements FreshData {

    private final DirectedRounds rounds;
    private final Fresh fresh;
    private final WireGate gate;
    private final RestoredData restored;
    private final Snapshots snapshots;
    private Optional<DirectedRounds.Given> given = Optional.empty();
    private final List<String> notes = new ArrayList<>();
    private Optional<List<String>> brokenBefore = Optional.empty();
    private Written written = Written.NOTHING;
    /** By contenders, so that what others do there may change what they do. */
    private final Set<String> readByContenders = ConcurrentHashMap.newKeySet();

    private volatile boolean contendersRun;
    private boolean madeAnew;
    /** Whether anything was asked after a contest: an execution that comes to no end is asked nothing. */
    private boolean asked;
    /** Written before the contenders' threads are started. */
    private volatile Optional<DirectedRound> round = Optional.empty();

    Ground(DirectedRounds rounds, Fresh fresh, WireGate gate) {
        this.rounds = rounds;
        this.fresh = fresh;
        this.gate = gate;
        this.snapshots = new Snapshots(gate.database());
        this.restored = new RestoredData(gate.database(), this::give, snapshots::justTaken, manner(fresh));
    }

    @Override
    public void make(Written writtenSoFar) throws CannotBegin, InterruptedException {
        written = writtenSoFar;
        contendersRun = false;
        madeAnew = false;
        refuseAnswersFromElsewhere();
        prepare();
        if (madeAnew) {
            snapshots.begin(written.collections());
        }
        contendersRun = true;
        round = Optional.of(rounds.begin(
                given.orElseThrow(() -> new CannotBegin("Nothing was given, though the data should be fresh."))));
    }

    @Override
    public void complete() throws CannotBegin, InterruptedException {
        try {
            restored.complete();
        } catch (CannotBegin.NotPutBack lost) {
            throw withAdvice(lost);
        }
    }

    @Override
    public void beforeFirstWrite(Set<MongoNamespace> collections) {
        restored.beforeFirstWrite(collections);
        snapshots.add(collections);
    }

    @Override
    public void beforeFirstRead(Set<MongoNamespace> collections) {
        restored.beforeFirstRead(collections);
        if (contendersRun) {
            collections.forEach(collection -> readByContenders.add(collection.getFullName()));
        }
    }

    @Override
    public void passes(String database, Command command, BsonDocument sent) {
        restored.passes(database, command, sent);
    }

    @Override
    public void disowned(BsonDocument sent) {
        restored.disowned(sent);
    }

    @Override
    public void answered(BsonDocument sent, BsonDocument reply) {
        restored.answered(sent, reply);
    }

    @Override
    public void beforeWritingAnything(String command) {
        restored.beforeWritingAnything(command);
    }

    /** The next execution begins on data that are given anew, and those after it on these. */
    void giveAnew() {
        restored.giveAgain();
    }

    /**
     * Puts back ahead what the next execution needs, where data are put back at all, while the explorer's thread still compares
     * what came of the last. That one has been closed, and nobody looks at the data themselves any more.
     *
     * @param seen what there is now, once it has been read
     */
    void putBackAhead(Callable<Contents> seen, Written writtenSoFar) {
        restored.putBackAhead(seen, writtenSoFar);
    }

    /** Why what there is now proves nothing: somebody writes past the gate. */
    Optional<String> strangers(Callable<Contents> seen) {
        try {
            return restored.strangers(seen.call());
        } catch (Exception unread) {
            return Optional.empty(); // whoever looks next says why
        }
    }

    /** It is noted down there what would have to be put back if this were killed, where data are put back. */
    void noteDownIn(Path folder) throws IOException {
        if (fresh == Fresh.RESTORED) {
            restored.noteDownIn(Journal.begin(folder, Journal.address(gate.database())));
        }
    }

    /** What the data were when the execution began, and what they are now. */
    Snapshots snapshots() {
        return snapshots;
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** What is worth knowing about the data, such as what was broken before the first execution, a sentence each. */
    List<String> notes() {
        Stream<String> jobs = restored.jobs().keySet().stream()
                .filter(namespace -> !isWorkedOn(namespace))
                .map(namespace -> "What the application does when nobody asks also changed documents in " + namespace
                        + ", where the contest only adds some; they were put back all the same.");
        return Stream.of(notes.stream(), brokenBefore.stream().flatMap(List::stream), jobs)
                .flatMap(each -> each)
                .toList();
    }

    /** Why what was explored may not be called held, a sentence each. */
    List<String> doubts() {
        return restored.jobs().keySet().stream()
                .filter(this::isWorkedOn)
                .map(namespace -> "What the application does when nobody asks changes documents in " + namespace
                        + " on which the contenders work, through the gate, and at times of its own: what"
                        + " comes of that in between is not explored. Switch that job off, or explore what it"
                        + " does as a contender of its own.")
                .toList();
    }

    /** Whether contenders read there what jobs write, or change it. */
    private boolean isWorkedOn(String namespace) {
        return readByContenders.contains(namespace) || !restored.jobs().getOrDefault(namespace, true);
    }

    /** Ends the round, whose contenders are over: what is asked now they have not asked. */
    EndedRound end() throws InterruptedException {
        contendersRun = false;
        asked = true;
        return round().end();
    }

    /** The round that is being executed. */
    DirectedRound round() {
        return round.orElseThrow(() -> new IllegalStateException("no execution has begun"));
    }

    /** Puts the data back once more, after the last execution; as far as the database still answers. */
    void leaveBehind() {
        try {
            restored.leaveBehind();
        } catch (CannotBegin gone) {
            // who cannot reach the data has been told so by the exploration
            given = Optional.empty();
        }
    }

    /** Where the data are put back, what an execution begins with is always the same. */
    private void prepare() throws CannotBegin, InterruptedException {
        try {
            restored.make(written);
        } catch (CannotBegin.NotPutBack lost) {
            throw withAdvice(lost);
        }
    }

    /** What is told after the contest has been read somewhere: through the gate, or the explorer sees half of what happens. */
    private void refuseAnswersFromElsewhere() throws CannotBegin {
        if (asked && rounds.asksAfterwards() && restored.nothingWasRead()) {
            throw new CannotBegin(
                    "The application answers what it cannot have read through the gate, through which no command came"
                            + " that reads anything: the application also reaches its database past the gate, or keeps its data in"
                            + " memory. Give it the gate's address wherever it has its MongoDB's.");
        }
    }

    private static RestoredData.Manner manner(Fresh fresh) {
        return switch (fresh) {
            case RESTORED -> RestoredData.Manner.PUT_BACK;
            case GIVEN -> RestoredData.Manner.GIVEN_ANEW;
        };
    }

    private static CannotBegin withAdvice(CannotBegin.NotPutBack lost) {
        return new CannotBegin(
                String.valueOf(lost.getMessage()).replaceFirst("\\.$", ": --fresh given does so."), lost);
    }

    private void give() throws CannotBegin {
        DirectedRounds.Given made = rounds.give();
        Optional<String> obstacle = made.obstacle();
        if (obstacle.isPresent()) {
            throw new CannotBegin(obstacle.get());
        }
        given = Optional.of(made);
        brokenBefore = brokenBefore.or(() -> Optional.of(made.brokenAlready()));
        madeAnew = true;
    }
}
