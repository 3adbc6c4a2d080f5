package dev.photofinish.explorer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.UniqueKeys;
import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A window in which what is awaited comes is closed at once, and so nothing here waits for long. */
@Timeout(60)
class LatenessTest {

    private static final Command WRITES = command("{update: 'stock', updates: [{q: {_id: 1}, u: {$set: {n: 1}}}]}");
    private static final Command LOOKS = command("{find: 'stock', filter: {_id: 1}}");
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Lateness lateness = new Lateness();

    @Test
    void nobodyWaitsWhereNothingIsSuspected() throws InterruptedException {
        lateness.suspect(LOOKS, LATE);

        lateness.await();

        assertThat(lateness.proven()).isEmpty();
    }

    @Test
    void whatComesTwiceWhileNobodyAsksIsProven() throws InterruptedException {
        lateness.suspect(WRITES, LATE);

        comesInAWindow();
        assertThat(lateness.proven()).isEmpty();
        comesInAWindow();
        assertThat(lateness.proven()).contains(WRITES);
    }

    @Test
    void whatDoesNotComeThenIsClearedForGood() throws InterruptedException {
        lateness.suspect(WRITES, Duration.ZERO);
        comesInAWindow();

        lateness.await();
        lateness.suspect(WRITES, LATE);
        lateness.await();

        assertThat(lateness.proven()).isEmpty();
    }

    private void comesInAWindow() throws InterruptedException {
        CompletableFuture<Void> coming = CompletableFuture.runAsync(() -> {
            while (!lateness.isOpen()) {
                Thread.onSpinWait();
            }
            lateness.comes(WRITES);
        });
        lateness.await();
        coming.join();
    }

    private static Command command(String sent) {
        return new CommandReader(UniqueKeys.NONE, Masking.BY_NAME).read("shop", BsonDocument.parse(sent));
    }
}
