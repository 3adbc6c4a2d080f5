package dev.photofinish.explorer.wire;

import dev.photofinish.explorer.attribution.Sent;
import dev.photofinish.explorer.attribution.Stage;
import dev.photofinish.explorer.mongo.CommandReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether an application could send a command at all while another one of its is held. A contender that waits in the application
 * may wait for a lock, which is the application's way, or for a connection of a pool that is too small, which the held command has:
 * then nothing that is found behind the gate says anything. Somebody else's request, which only reads, tells the two apart.
 *
 * <p>For the explorer's thread.
 */
final class PoolCheck {

    /** A request that only reads is answered sooner, also on a busy machine. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private final Gateway gateway;
    private final Optional<Callable<?>> passerby;
    private boolean undecided = true;

    /** @param passerby sends requests that only read, and returns when they are answered, however */
    PoolCheck(Gateway gateway, Optional<Callable<?>> passerby) {
        this.gateway = gateway;
        this.passerby = passerby;
    }

    /** What is found out about a contender that waits in the application. */
    sealed interface Finding {

        /** It waits for something else than a connection. */
        record Room() implements Finding {}

        /** Nobody could send a command. */
        record NoRoom(String sentence) implements Finding {}

        /** It cannot be told. */
        record Unknown(String sentence) implements Finding {}
    }

    /**
     * Whether a contender that waits in the application may do so for no other reason than that connections are held; it has to be
     * found out only once.
     *
     * @param busy how many commands are at the gate or on their way, each on a connection of its own; more than are known, if
     *     contenders send several at once
     */
    boolean isWanted(int busy, boolean sendSeveral) {
        return undecided && (sendSeveral || gateway.senders() <= busy);
    }

    /**
     * Finds it out. Who held a command is done with it after the first of two looks.
     *
     * @param held whose commands are held
     * @param waiting who waits in the application
     * @param letGo lets the held commands go
     */
    Finding of(List<String> held, List<String> waiting, Runnable letGo) throws InterruptedException {
        boolean room = somebodyElseCanSend();
        letGo.run();
        if (!room && somebodyElseCanSend()) {
            return new Finding.NoRoom(
                    ("The application has one connection to its database, or too few, or answers one request at a"
                                    + " time: while %s's command is held, %s cannot send one, and neither could anybody else. The"
                                    + " pool is too small for this contest. Give the application a larger one (maxPoolSize), or"
                                    + " more workers.")
                            .formatted(String.join(" and ", held), String.join(" and ", waiting)));
        }
        undecided = false;
        return room
                ? new Finding.Room()
                : new Finding.Unknown(
                        ("While %s's command was held, %s sent none: it waits in the application for a lock, or for"
                                        + " a connection of a pool that is too small. Which of the two cannot be told, since"
                                        + " there is no operation that only reads (GET) and whose command comes through the"
                                        + " gate. Give the system file one.")
                                .formatted(String.join(" and ", held), String.join(" and ", waiting)));
    }

    /** Whether somebody else's request brings a command to the gate while contenders wait; empty if there is nobody else. */
    Optional<Boolean> isAnybodyElseServed() throws InterruptedException {
        return passerby.isEmpty() ? Optional.empty() : Optional.of(somebodyElseCanSend());
    }

    /** Whether somebody else's request brings a command to the gate; it passes. */
    private boolean somebodyElseCanSend() throws InterruptedException {
        if (passerby.isEmpty()) {
            return false;
        }
        CompletableFuture<Boolean> came = new CompletableFuture<>();
        Stage before = gateway.stage();
        gateway.stage(new Doorbell(came));
        Thread asking = Thread.ofVirtual().name("photofinish-passerby").start(() -> ask(passerby.get(), came));
        try {
            return came.get(LONG_ENOUGH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothing) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            gateway.stage(before);
            asking.interrupt();
        }
    }

    private static void ask(Callable<?> requests, CompletableFuture<Boolean> came) {
        try {
            requests.call();
        } catch (Exception unanswered) {
            // what comes of it is of no interest
            came.complete(false);
        }
        came.complete(false);
    }

    /** Hears that a command comes, and lets it pass. On event loops. */
    private record Doorbell(CompletableFuture<Boolean> came) implements Stage {

        @Override
        public boolean looks() {
            return true;
        }

        @Override
        public Optional<Part> arrived(Sent sent, Door door) {
            if (!sent.document().isEmpty() && !CommandReader.isHousekeeping(sent.document())) {
                came.complete(true);
            }
            return Optional.empty();
        }
    }
}
