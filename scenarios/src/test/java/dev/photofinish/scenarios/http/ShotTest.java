package dev.photofinish.scenarios.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakDetection.class)
@Timeout(60)
class ShotTest {

    private static final HttpCall GET = new HttpCall("GET", "/", List.of(), "");
    private static final HttpCall POST = new HttpCall("POST", "/", List.of(), "{\"quantity\":80}");

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void lastByteHoldsBackExactlyOneByte(String method) throws Exception {
        HttpCall call = method.equals("GET") ? GET : POST;
        CompletableFuture<Integer> length = new CompletableFuture<>();
        BlockingQueue<Long> seen = new LinkedBlockingQueue<>();

        try (RawServer server = RawServer.plain(peer -> {
                    peer.read(length.get() - 1);
                    seen.add((long) peer.available());
                    peer.read(1);
                    seen.add(System.nanoTime());
                    peer.answer(200, "");
                });
                Connections connections = to(server)) {
            length.complete(RequestBytes.of(call, endpoint(server)).length);
            Shot shot = connections.connection().prepare(call, Release.LAST_BYTE);
            assertThat(seen.take()).isZero();
            long beforeRelease = System.nanoTime();
            connections.release(List.of(shot));

            assertThat(seen.take()).isGreaterThan(beforeRelease);
            assertThat(shot.answer()).isInstanceOf(Finish.Answered.class);
        }
    }

    @Test
    void plainHoldsBackEverything() throws Exception {
        CompletableFuture<Void> prepared = new CompletableFuture<>();
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();

        try (RawServer server = RawServer.plain(peer -> {
                    prepared.get();
                    seen.add(peer.available());
                    peer.readRequest();
                    peer.answer(200, "");
                });
                Connections connections = to(server)) {
            Shot shot = connections.connection().prepare(POST, Release.PLAIN);
            prepared.complete(null);
            assertThat(seen.take()).isZero();
            connections.release(List.of(shot));

            assertThat(shot.answer()).isInstanceOf(Finish.Answered.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stampsReleaseThenFirstThenLastByte(Release release) throws Exception {
        CompletableFuture<Void> firstWritten = new CompletableFuture<>();
        CompletableFuture<Void> firstRead = new CompletableFuture<>();

        try (RawServer server = RawServer.plain(peer -> {
                    if (peer.readRequest().startsWith("GET")) {
                        peer.answer(200, "");
                    } else {
                        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na");
                        firstWritten.complete(null);
                        firstRead.get();
                        peer.write("b");
                    }
                });
                Connections connections = to(server)) {
            Shot shot = connections.connection().prepare(POST, release);
            long beforeRelease = System.nanoTime();
            connections.release(List.of(shot));
            firstWritten.get();
            // answered by the thread that has to read the first part before
            connections.connection().send(GET);
            long betweenFirstAndLast = System.nanoTime();
            firstRead.complete(null);
            Finish finish = shot.answer();
            long afterAnswer = System.nanoTime();

            assertThat(finish)
                    .isInstanceOfSatisfying(
                            Finish.Answered.class,
                            answered -> assertThat(answered.answer().body()).isEqualTo("ab"));
            assertThat(List.of(
                            beforeRelease,
                            finish.stamps().released().orElseThrow(),
                            finish.stamps().firstByte().orElseThrow(),
                            betweenFirstAndLast,
                            finish.stamps().lastByte().orElseThrow(),
                            afterAnswer))
                    .isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void allAreReleasedInTheListsOrder(Release release) throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server)) {
            List<Shot> shots = prepared(connections, 5, release);

            connections.release(shots);

            assertThat(releaseTimes(shots)).hasSize(5).isSorted();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_000_000, -50_000, 50_000, 3_000_000})
    void aPositiveOffsetReleasesTheSecondLaterANegativeOneSooner(long offsetNanos) throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server)) {
            List<Shot> shots = prepared(connections, 2, Release.LAST_BYTE);

            connections.release(shots, Duration.ofNanos(offsetNanos));

            List<Long> times = releaseTimes(shots);
            long reached = times.get(1) - times.get(0);
            assertThat(Long.signum(reached)).isEqualTo(Long.signum(offsetNanos));
            assertThat(Math.abs(reached)).isGreaterThanOrEqualTo(Math.abs(offsetNanos));
        }
    }

    @Test
    void answersAreReadWhileAnOffsetLasts() throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server)) {
            List<Shot> shots = prepared(connections, 2, Release.PLAIN);

            connections.release(shots, Connections.LONGEST_OFFSET);

            long answered = shots.get(0).answer().stamps().lastByte().orElseThrow();
            assertThat(answered).isLessThan(releaseTimes(shots).get(1));
        }
    }

    @Test
    void anOffsetIsBounded() throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server)) {
            List<Shot> shots = prepared(connections, 2, Release.PLAIN);

            assertThatThrownBy(() -> connections.release(shots, Connections.LONGEST_OFFSET.plusNanos(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("An offset of PT1.000000001S is too long; the longest is PT1S.");
        }
    }

    @Test
    void aShotIsReleasedOnce() throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server)) {
            Shot shot = connections.connection().prepare(GET, Release.PLAIN);
            connections.release(List.of(shot));

            assertThatThrownBy(() -> connections.release(List.of(shot))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void itsAnswerIsNotAwaitedBeforeItsRelease() throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server)) {
            Shot shot = connections.connection().prepare(GET, Release.PLAIN);

            assertThatThrownBy(shot::answer)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The request to %s has not been released yet.", server.address());
        }
    }

    @Test
    void aConnectionCarriesOneRequestAtATime() throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server)) {
            Connection connection = connections.connection();
            connection.prepare(GET, Release.PLAIN);

            assertThatThrownBy(() -> connection.prepare(GET, Release.PLAIN))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("still carries a request");
        }
    }

    @Test
    void whatIsWithdrawnIsNeverCompleted() throws Exception {
        CompletableFuture<String> rest = new CompletableFuture<>();
        CompletableFuture<Integer> length = new CompletableFuture<>();

        try (RawServer server = RawServer.plain(peer -> {
                    peer.read(length.get() - 1);
                    rest.complete(peer.readToEnd());
                });
                Connections connections = to(server)) {
            length.complete(RequestBytes.of(POST, endpoint(server)).length);
            Shot shot = connections.connection().prepare(POST, Release.LAST_BYTE);
            shot.withdraw();

            assertThat(rest.get()).isEmpty();
            assertThat(shot.answer())
                    .isInstanceOfSatisfying(
                            Finish.Unanswered.class,
                            unanswered -> assertThat(unanswered.reason())
                                    .isEqualTo(
                                            "The request to %s was withdrawn before its release.", server.address()));
            assertThat(shot.answer().stamps().released()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionIsOfUseAfterAWithdrawal(Release release) throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.answerAll("ok"));
                Connections connections = to(server)) {
            Connection connection = connections.connection();
            connection.prepare(POST, release).withdraw();

            assertThat(connection.send(GET).body()).isEqualTo("ok");
            assertThat(server.connections())
                    .isEqualTo(
                            switch (release) {
                                case PLAIN -> 1;
                                case LAST_BYTE -> 2;
                            });
        }
    }

    @Test
    void saysThatTheServerDidNotWaitForTheWholeRequest() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
                    peer.read(1);
                    peer.answer(408, "");
                    peer.readToEnd();
                });
                Connections connections = to(server)) {
            Shot shot = connections.connection().prepare(POST, Release.LAST_BYTE);

            assertThat(awaitEnd(shot))
                    .isInstanceOfSatisfying(
                            Finish.Unanswered.class,
                            unanswered -> assertThat(unanswered.reason())
                                    .isEqualTo("%s answered 408 before the request was complete.", server.address()));
        }
    }

    @Test
    void oneContendersFailureLeavesTheOthersAlone() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
                    if (peer.readRequest().startsWith("GET")) {
                        peer.answer(200, "fine");
                    } else {
                        peer.reset();
                    }
                });
                Connections connections = to(server)) {
            Shot lost = connections.connection().prepare(POST, Release.LAST_BYTE);
            Shot fine = connections.connection().prepare(GET, Release.LAST_BYTE);

            connections.release(List.of(lost, fine));

            assertThat(lost.answer()).isInstanceOf(Finish.Unanswered.class);
            assertThat(fine.answer()).isInstanceOf(Finish.Answered.class);
        }
    }

    @Test
    void closingEndsWhatIsOnItsWay() throws Exception {
        Shot shot;
        try (RawServer server = RawServer.plain(RawPeer::readToEnd)) {
            try (Connections connections = to(server)) {
                shot = connections.connection().prepare(POST, Release.PLAIN);
                connections.release(List.of(shot));
            }
        }

        assertThat(shot.answer())
                .isInstanceOfSatisfying(
                        Finish.Unanswered.class,
                        unanswered -> assertThat(unanswered.reason()).endsWith("was closed on this side."));
    }

    @Test
    void aLargeBodyIsStampedWhenItsLastByteWasTaken() throws Exception {
        CompletableFuture<Void> reading = new CompletableFuture<>();
        HttpCall large = new HttpCall("POST", "/", List.of(), "x".repeat(20_000_000));

        try (RawServer server = RawServer.plain(peer -> {
                    reading.get();
                    peer.readRequest();
                    peer.answer(200, "");
                });
                Connections connections = to(server)) {
            Shot shot = connections.connection().prepare(large, Release.PLAIN);
            connections.release(List.of(shot));
            long nobodyReadYet = System.nanoTime();
            reading.complete(null);

            assertThat(shot.answer().stamps().released().orElseThrow()).isGreaterThan(nobodyReadYet);
        }
    }

    private static List<Shot> prepared(Connections connections, int contenders, Release release) throws Exception {
        List<Shot> shots = new ArrayList<>();
        for (int contender = 0; contender < contenders; contender++) {
            shots.add(connections.connection().prepare(POST, release));
        }
        return shots;
    }

    private static List<Long> releaseTimes(List<Shot> shots) {
        return shots.stream()
                .map(shot -> shot.answer().stamps().released().orElseThrow())
                .toList();
    }

    /** The shot ends by itself, unreleased, once the server's early answer has been read. */
    private static Finish awaitEnd(Shot shot) {
        while (true) {
            try {
                return shot.answer();
            } catch (IllegalStateException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static Endpoint endpoint(RawServer server) {
        return Endpoint.of(server.address(), TlsTrust.system(), Timeouts.DEFAULT);
    }

    private static Connections to(RawServer server) throws NoAnswerException {
        return Connections.to(endpoint(server));
    }
}
