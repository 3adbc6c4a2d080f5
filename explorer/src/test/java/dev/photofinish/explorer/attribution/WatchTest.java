package dev.photofinish.explorer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.Replies;
import dev.photofinish.explorer.mongo.UniqueKeys;
import dev.photofinish.explorer.step.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** What comes while nobody asks the application anything. */
class WatchTest {

    private static final String LOGS = "{insert: 'log', documents: [{tick: 1}]}";

    private final CommandReader reader = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);
    private final Books books = new Books();
    /** What waits for the database. */
    private final List<Runnable> waiting = new ArrayList<>();

    private final Script script = new Script(
            reader,
            new Replies(Masking.BY_NAME),
            Set.of(),
            books,
            new Background(),
            Duration.ofSeconds(1),
            waiting::add);
    private final Watch watch = new Watch(script);

    /** A log may be large, and nobody has to put it back. */
    @Test
    void isNotPutBackHoweverOftenItComes() throws InterruptedException {
        watch.idle(Duration.ZERO, Duration.ZERO);

        sends(LOGS);
        sends(LOGS);

        assertThat(script.background().has(command(LOGS), BsonDocument.parse(LOGS)))
                .isTrue();
        assertThat(books.written).isEmpty();
        assertThat(books.disowned).hasSize(2);
    }

    @Test
    void isNobodysThoughSomebodyAsksBeforeItIsRead() throws InterruptedException {
        watch.idle(Duration.ZERO, Duration.ZERO);
        watch.arrived(sent(LOGS), new Knock(() -> {}));
        watch.weAsk();

        waiting.forEach(Runnable::run);

        assertThat(books.disowned).hasSize(1);
        assertThat(script.tally().written()).isEmpty();
        assertThat(script.background().hasSomethingOnce()).as("seen").isTrue();
    }

    @Test
    void isOurBusinessOnceWeAsk() {
        watch.weAsk();

        assertThat(watch.looks()).isFalse();
        assertThat(watch.arrived(sent(LOGS), new Knock(() -> {}))).isEmpty();
    }

    private void sends(String command) {
        Knock knock = new Knock(() -> {});
        watch.arrived(sent(command), knock);
        waiting.forEach(Runnable::run);
        waiting.clear();
        assertThat(knock.hasProceeded()).isTrue();
    }

    private static Sent sent(String command) {
        return new Sent("shop", BsonDocument.parse(command));
    }

    private Command command(String sent) {
        return reader.read("shop", BsonDocument.parse(sent));
    }
}
