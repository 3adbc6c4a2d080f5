package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Spread;
import dev.photofinish.scenarios.system.Keep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How far apart the contenders' last requests were: as the deployment stamped their arrival where it does so, as they were
 * released otherwise. For the race's own thread only.
 */
final class Arrivals {

    private final Optional<Keep> header;
    private final SpreadMeter atServer = new SpreadMeter(Spread.SeenAt.SERVER);
    private final SpreadMeter atRelease = new SpreadMeter(Spread.SeenAt.RELEASE);

    /** @param header where an answer tells the nanosecond clock at which its request was complete */
    Arrivals(Optional<Keep> header) {
        this.header = header;
    }

    void add(Round round) {
        List<Attempt> last = round.runs().stream()
                .filter(run -> !run.attempts().isEmpty())
                .map(run -> run.attempts().getLast())
                .toList();
        List<Long> arrived = last.stream().flatMapToLong(this::arrived).boxed().toList();
        if (arrived.size() == last.size()) {
            atServer.round(arrived);
        }
        atRelease.round(last.stream()
                .map(attempt -> attempt.stamps().released())
                .flatMapToLong(OptionalLong::stream)
                .boxed()
                .toList());
    }

    Optional<Spread> spread() {
        return atServer.spread().or(atRelease::spread);
    }

    private LongStream arrived(Attempt attempt) {
        return attempt.answer().flatMap(answer -> header.flatMap(keep -> keep.from(answer))).stream()
                .filter(value -> value.asText().matches("-?\\d{1,18}"))
                .mapToLong(value -> Long.parseLong(value.asText()));
    }
}
