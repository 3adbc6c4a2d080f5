package dev.photofinish.explorer.attribution;

import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.Optional;

/**
 * Watches what passes while no execution is open: an application that nobody asks shows what it does of its own accord, and what
 * of an earlier execution comes too late. Any thread: one lock.
 *
 * <pre>
 *   IDLE ─▶ ASKED ─▶ (an execution) ─▶ RESTING ─▶ ASKED ─▶ ...
 * </pre>
 */
public final class Watch implements Stage {

    private final Script script;
    private Mode mode = Mode.ASKED;
    private int strays;

    /** What is to be thought of commands. */
    private enum Mode {
        /** Nobody has asked anything yet: they are the background. */
        IDLE,
        /** We ask: they are answers to that. */
        ASKED,
        /** Nobody asks, after an execution: they are the background, or late. */
        RESTING
    }

    public Watch(Script script) {
        this.script = script;
    }

    /**
     * Watches the application while nobody has asked it anything, and longer where something came once: what comes again is a habit.
     *
     * @param usually for how long
     * @param more for how much longer at most
     */
    public synchronized void idle(Duration usually, Duration more) throws InterruptedException {
        mode = Mode.IDLE;
        long end = System.nanoTime() + usually.toNanos();
        long last = end + more.toNanos();
        long now = System.nanoTime();
        while (now < end || (now < last && script.background().hasSomethingOnce())) {
            long left = (now < end ? end : last) - now;
            wait(Math.max(1, left / 1_000_000));
            now = System.nanoTime();
        }
    }

    public synchronized void weAsk() {
        mode = Mode.ASKED;
    }

    public synchronized void nobodyAsksAnyMore() {
        mode = Mode.RESTING;
    }

    /** How many commands have come too late so far. */
    public synchronized int strays() {
        return strays;
    }

    /** What it means that some have. */
    public String whatStraysMean() {
        return script.tally().doubts().stream()
                .filter(doubt -> doubt.contains("after its answer"))
                .findFirst()
                .orElse("The application goes on after its answer, into the next schedule.");
    }

    @Override
    public synchronized boolean looks() {
        return mode != Mode.ASKED;
    }

    @Override
    public Optional<Part> arrived(Sent sent, Door door) {
        Mode came = mode();
        if (came == Mode.ASKED
                || sent.document().isEmpty()
                || script.isHousekeeping(sent.document())
                || script.ignores(sent.document())) {
            return Optional.empty();
        }
        script.readWhileNobodyAsks(sent, command -> {
            isRead(command, sent, came);
            door.proceed();
        });
        return Optional.of(new Unheeded());
    }

    private synchronized Mode mode() {
        return mode;
    }

    /** @param came what was to be thought of commands when it did; to read it may have taken until somebody asked */
    private synchronized void isRead(Command command, Sent sent, Mode came) {
        if (came == Mode.IDLE || script.background().has(command, sent.document())) {
            isTheBackgrounds(command, sent);
        } else if (script.habits().isSomebodys(command.shape())) {
            strays++;
            script.tally().writes(command);
            script.tally().doubt(Sentences.leftOver(command, script.sequels().settle()));
        } else {
            script.lateness().suspect(command, Duration.ZERO);
            script.tally().unowned(sent.document());
            script.disown(sent.document());
        }
    }

    private void isTheBackgrounds(Command command, Sent sent) {
        script.background().saw(command, sent.document(), System.nanoTime());
        script.disown(sent.document());
        notifyAll();
    }

    /** Nobody waits for what becomes of it. */
    private static final class Unheeded implements Part {

        @Override
        public void replied(Reply reply, Runnable delivery) {
            delivery.run();
        }

        @Override
        public void clientLeft() {}

        @Override
        public void databaseLeft() {}
    }
}
