package dev.photofinish.scenarios.explore;

import com.mongodb.MongoNamespace;
import dev.photofinish.explorer.data.Contents;
import dev.photofinish.explorer.data.FreshData;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.data.Written;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.wire.WireGate;
import dev.photofinish.scenarios.race.DirectedRound;
import dev.photofinish.scenarios.race.DirectedRounds;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The data on which executions begin, and the round that each is. For the explorer's thread, but for {@link #round}, which the
 * contenders' threads ask.
 */
final class Ground implements FreshData {

    private final DirectedRounds rounds;
    private final Fresh fresh;
    private final RestoredData restored;
    private final Snapshots snapshots;
    private Optional<DirectedRounds.Given> given = Optional.empty();
    private Written written = Written.NOTHING;
    private boolean madeAnew;
    /** Written before the contenders' threads are started. */
    private volatile Optional<DirectedRound> round = Optional.empty();

    Ground(DirectedRounds rounds, Fresh fresh, WireGate gate) {
        this.rounds = rounds;
        this.fresh = fresh;
        this.snapshots = new Snapshots(gate.database());
        this.restored = new RestoredData(gate.database(), this::give, snapshots::justTaken);
    }

    @Override
    public void make(Written writtenSoFar) throws CannotBegin, InterruptedException {
        written = writtenSoFar;
        madeAnew = false;
        prepare();
        if (madeAnew) {
            snapshots.begin(written.collections());
        }
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
        if (fresh == Fresh.RESTORED) {
            restored.putBackAhead(seen, writtenSoFar);
        }
    }

    /** What the data were when the execution began, and what they are now. */
    Snapshots snapshots() {
        return snapshots;
    }

    /** The round that is being executed. */
    DirectedRound round() {
        return round.orElseThrow(() -> new IllegalStateException("no execution has begun"));
    }

    /** Puts the data back once more, after the last execution; as far as the database still answers. */
    void leaveBehind() {
        if (given.isEmpty() || fresh == Fresh.GIVEN) {
            return;
        }
        try {
            restored.leaveBehind();
        } catch (CannotBegin gone) {
            // who cannot reach the data has been told so by the exploration
            given = Optional.empty();
        }
    }

    /** Where the data are put back, what an execution begins with is always the same. */
    private void prepare() throws CannotBegin, InterruptedException {
        switch (fresh) {
            case RESTORED -> putBack();
            case GIVEN -> give();
        }
    }

    private void putBack() throws CannotBegin, InterruptedException {
        try {
            restored.make(written);
        } catch (CannotBegin.NotPutBack lost) {
            throw withAdvice(lost);
        }
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
        madeAnew = true;
    }
}
