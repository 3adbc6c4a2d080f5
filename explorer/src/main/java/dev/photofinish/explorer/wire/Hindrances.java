package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.Attribution;
import dev.photofinish.explorer.attribution.Script;
import dev.photofinish.explorer.attribution.Watch;
import dev.photofinish.explorer.execution.CannotBegin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why no other execution of a contest may begin: it was broken off, something was found out that makes every other one worthless, or
 * something of the last one is not over. For the explorer's thread, except {@link #breaksOff} and {@link #brokenOff}.
 */
final class Hindrances {

    /** How long the application may go on with what nobody waits for any more. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(20);

    private final Script script;
    private final Watch watch;
    private Optional<Attribution> restless = Optional.empty();
    private int strays;
    private Optional<String> obstacle = Optional.empty();
    private volatile Optional<String> brokenOff = Optional.empty();

    Hindrances(Script script, Watch watch) {
        this.script = script;
        this.watch = watch;
    }

    /** From now on none may begin. */
    void breaksOff(String why) {
        brokenOff = Optional.of(why);
        script.tally().doubt(why);
    }

    Optional<String> brokenOff() {
        return brokenOff;
    }

    /** @throws CannotBegin if it is known already that none may begin */
    void refuse() throws CannotBegin {
        Optional<String> why = brokenOff.or(() -> obstacle).or(script::whatComesTooLate);
        if (why.isPresent()) {
            throw new CannotBegin(why.get());
        }
    }

    /** @throws CannotBegin if something stands in the way of this and every other, with that sentence */
    void refuseForGood(Optional<String> why) throws CannotBegin {
        obstacle = why;
        if (why.isPresent()) {
            throw new CannotBegin(why.get());
        }
    }

    /** Waits for it: a request that its client gave up on may still run in the application. */
    void whatWentOnIsOver() throws CannotBegin, InterruptedException {
        if (restless.isPresent()) {
            Optional<String> noise = restless.get().awaitCalm(GIVEN_UP);
            if (noise.isPresent()) {
                throw new CannotBegin(noise.get());
            }
            restless = Optional.empty();
        }
    }

    /** Since the last execution has ended, in which it belongs. */
    void nothingCameTooLate() throws CannotBegin {
        if (watch.strays() > strays) {
            throw new CannotBegin(watch.whatStraysMean());
        }
    }

    /**
     * An execution has ended.
     *
     * @param stragglers whose threads have not
     * @param noisy whose application may still be at work
     */
    void ends(List<String> stragglers, Optional<Attribution> noisy) {
        strays = watch.strays();
        restless = noisy;
        if (!stragglers.isEmpty()) {
            obstacle = Optional.of(
                    "%s of an earlier schedule still runs and did not even end when interrupted, so that nothing that follows could be trusted."
                            .formatted(String.join(" and ", stragglers)));
        }
    }
}
