package dev.photofinish.explorer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.mongo.CommandReader;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.mongo.UniqueKeys;
import java.time.Duration;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private static final String LOOKS_FOR_JOBS = "{find: 'jobs', filter: {done: false}, lsid: {id: 1}}";

    private final CommandReader reader = new CommandReader(UniqueKeys.NONE, Masking.BY_NAME);
    private final Background background = new Background();

    @Test
    void whatCameTwiceWhileNobodyAskedIsWhatTheApplicationDoesAnyway() {
        sawAt(LOOKS_FOR_JOBS, 0);
        sawAt("{find: 'jobs', filter: {done: false}, lsid: {id: 2}}", 500);

        assertThat(has("{find: 'jobs', filter: {done: false}, lsid: {id: 3}}")).isTrue();
        assertThat(background.sentences())
                .containsExactly(
                        "find jobs came about every 500 ms while nobody asked anything: not part of the contest.");
    }

    @Test
    void onceMayHaveBeenAnEchoOfSomethingThatWasAsked() {
        sawAt(LOOKS_FOR_JOBS, 0);

        assertThat(has(LOOKS_FOR_JOBS)).isFalse();
    }

    @Test
    void whereTheValuesWereAlwaysTheSameOthersAreSomebodyElses() {
        sawAt("{find: 'settings', filter: {_id: 'menu'}}", 0);
        sawAt("{find: 'settings', filter: {_id: 'menu'}}", 50);

        assertThat(has("{find: 'settings', filter: {_id: 'anna'}}")).isFalse();
    }

    @Test
    void whereTheyDifferedOnlyTheShapeCounts() {
        sawAt("{find: 'jobs', filter: {due: 1}}", 0);
        sawAt("{find: 'jobs', filter: {due: 2}}", 50);

        assertThat(has("{find: 'jobs', filter: {due: 3}}")).isTrue();
        assertThat(has("{find: 'jobs', filter: {owner: 3}}")).isFalse();
    }

    private void sawAt(String sent, long millis) {
        BsonDocument command = BsonDocument.parse(sent);
        background.saw(
                reader.read("shop", command), command, Duration.ofMillis(millis).toNanos());
    }

    private boolean has(String sent) {
        BsonDocument command = BsonDocument.parse(sent);
        return background.has(reader.read("shop", command), command);
    }
}
