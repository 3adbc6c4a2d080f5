package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Spread;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.system.Keep;
import dev.photofinish.scenarios.system.SystemFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** When the contenders' last requests of one round arrived, or were released where the deployment does not tell. */
record Arrivals(Spread.SeenAt seenAt, List<Long> nanos) {

    /** Empty if fewer than two contenders got that far. */
    static Optional<Arrivals> of(Round round, SystemFile system) {
        List<Attempt> last = round.runs().stream()
                .filter(run -> !run.attempts().isEmpty())
                .map(run -> run.attempts().getLast())
                .toList();
        if (last.size() < 2) {
            return Optional.empty();
        }
        List<Long> atServer = system.arrived().stream()
                .flatMap(header -> last.stream()
                        .map(Attempt::answer)
                        .flatMap(Optional::stream)
                        .flatMapToLong(answer -> arrived(header, answer))
                        .boxed())
                .toList();
        if (atServer.size() == last.size()) {
            return Optional.of(new Arrivals(Spread.SeenAt.SERVER, atServer));
        }
        List<Long> released = last.stream()
                .map(attempt -> attempt.stamps().released())
                .flatMapToLong(OptionalLong::stream)
                .boxed()
                .toList();
        return released.size() == last.size()
                ? Optional.of(new Arrivals(Spread.SeenAt.RELEASE, released))
                : Optional.empty();
    }

    private static LongStream arrived(Keep header, HttpAnswer answer) {
        return header.from(answer).stream()
                .filter(value -> value.asText().matches("-?\\d{1,18}"))
                .mapToLong(value -> Long.parseLong(value.asText()));
    }
}
