package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Exchange;
import dev.photofinish.reports.Lane;
import dev.photofinish.reports.Witness;
import dev.photofinish.scenarios.http.HttpAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A judged round as the report shows it: times from its first release on, secrets masked. */
final class RoundPicture {

    private static final long NANOS_PER_MICRO = 1_000;

    private final Presentable shown;

    RoundPicture(Presentable shown) {
        this.shown = shown;
    }

    Witness of(JudgedRound judged, String replay) {
        Round round = judged.round();
        return new Witness(round.number(), judged.verdict(), judged.evidence(), lanes(round), replay);
    }

    List<Lane> lanes(Round round) {
        long start = round.runs().stream()
                .flatMap(run -> run.attempts().stream())
                .flatMapToLong(attempt -> attempt.stamps().released().stream())
                .min()
                .orElse(0);
        return round.runs().stream()
                .map(run -> new Lane(
                        run.contender(),
                        run.user(),
                        run.attempts().stream()
                                .map(attempt -> exchange(attempt, start))
                                .toList()))
                .toList();
    }

    private Exchange exchange(Attempt attempt, long start) {
        return new Exchange(
                attempt.operation(),
                attempt.call().method() + " " + shown.detail(attempt.call().target()),
                Optional.of(attempt.call().body())
                        .filter(body -> !body.isEmpty())
                        .map(shown::detail),
                micros(attempt.stamps().released(), start).orElse(0),
                micros(attempt.stamps().firstByte(), start),
                micros(attempt.stamps().lastByte(), start),
                attempt.answer().map(HttpAnswer::status).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                attempt.outcome(),
                shown.detail(attempt.trouble()
                        .orElseGet(() -> attempt.answer().map(HttpAnswer::body).orElse(""))));
    }

    private static OptionalLong micros(OptionalLong nanos, long start) {
        return nanos.isPresent()
                ? OptionalLong.of((nanos.getAsLong() - start) / NANOS_PER_MICRO)
                : OptionalLong.empty();
    }
}
