package dev.photofinish.misty.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On lines of the shapes that a mongod 6.0.5 writes; the one on permissions is written after its log format. */
class MongodLogTest {

    private static final String INFORMATION =
            "{\"t\":{\"$date\":\"2026-11-24T17:15:14.292+00:00\"},\"s\":\"I\",  \"c\":\"CONTROL\",  \"id\":4615611, \"ctx\":\"initandlisten\",\"msg\":\"MongoDB starting\",\"attr\":{\"pid\":4711}}";

    @Test
    void theFirstErrorIsTheReason() {
        var log = new MongodLog(
                List.of(
                        INFORMATION,
                        "{\"t\":{\"$date\":\"2026-11-24T17:15:14.292+00:00\"},\"s\":\"E\",  \"c\":\"NETWORK\",  \"id\":20568,   \"ctx\":\"initandlisten\",\"msg\":\"Error setting up listener\",\"attr\":{\"error\":{\"code\":9001,\"codeName\":\"SocketException\",\"errmsg\":\"Address already in use\"}}}",
                        "{\"t\":{\"$date\":\"2026-11-24T17:15:14.292+00:00\"},\"s\":\"F\",  \"c\":\"-\",  \"id\":1, \"ctx\":\"x\",\"msg\":\"later\"}"));

        assertThat(log.reason()).contains("Error setting up listener: Address already in use");
    }

    @Test
    void anErrorThatIsATextIsQuoted() {
        var log = new MongodLog(
                List.of(
                        "{\"t\":{\"$date\":\"2026-11-24T17:15:14.292+00:00\"},\"s\":\"E\",  \"c\":\"CONTROL\",  \"id\":20557,   \"ctx\":\"initandlisten\",\"msg\":\"DBException in initAndListen, terminating\",\"attr\":{\"error\":\"IllegalOperation: Attempted to create a lock file on a read-only directory: /data\"}}"));

        assertThat(log.reason())
                .contains(
                        "DBException in initAndListen, terminating: IllegalOperation: Attempted to create a lock file on"
                                + " a read-only directory: /data");
    }

    @Test
    void withoutAnErrorThePlainTextIsTheReason() {
        String loader = "mongod: error while loading shared libraries: libcurl.so.4: cannot open shared object file";

        assertThat(new MongodLog(List.of(INFORMATION, loader)).reason()).contains(loader);
    }

    @Test
    void onlyMongodItselfSaysWhetherItListens() {
        var before = new MongodLog(List.of(INFORMATION));
        var after = new MongodLog(
                List.of(
                        INFORMATION,
                        "{\"t\":{\"$date\":\"2026-11-24T17:15:14.292+00:00\"},\"s\":\"I\",  \"c\":\"NETWORK\",  \"id\":23016,   \"ctx\":\"listener\",\"msg\":\"Waiting for connections\",\"attr\":{\"port\":37017,\"ssl\":\"off\"}}"));

        assertThat(before.listens()).isFalse();
        assertThat(after.listens()).isTrue();
    }

    @Test
    void aTornLineIsNoReason() {
        assertThat(new MongodLog(List.of("{\"s\":\"E\", \"msg\":\"cut o")).reason())
                .isEmpty();
    }

    @Test
    void thereMayBeNoLog() {
        assertThat(MongodLog.read(Path.of("/nonexistent")).reason()).isEmpty();
    }
}
