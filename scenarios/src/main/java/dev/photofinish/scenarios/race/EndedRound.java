package dev.photofinish.scenarios.race;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.Lane;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.system.Invariant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened in one of the {@link DirectedRounds}. For one thread. */
public final class EndedRound {

    private final Round round;
    private final RoundJudge judge;
    private final RoundPicture picture;
    private final Duration contest;
    private Optional<Weighed> weighed = Optional.empty();

    EndedRound(Round round, RoundJudge judge, RoundPicture picture, Duration contest) {
        this.round = round;
        this.judge = judge;
        this.picture = picture;
        this.contest = contest;
    }

    /** From the first contender's start to the last one's answer. */
    public Duration contest() {
        return contest;
    }

    /** Weighs it against the data as they are when it is first asked to. */
    public Weighed weigh() {
        Weighed once = weighed.orElseGet(() -> {
            JudgedRound judged = judge.judge(round);
            return new Weighed(judged.evidence(), judged.causes(), judged.accusations(), judged.failures());
        });
        weighed = Optional.of(once);
        return once;
    }

    /** What each contender sent and was told, shortened, secrets masked. */
    public List<Lane> lanes() {
        return picture.lanes(round);
    }

    /** What each contender was told in a few words, {@code A 200, B 409}: the same if two rounds went the same way. */
    public String told() {
        return round.runs().stream()
                .map(run -> run.contender() + " "
                        + run.attempts().stream().map(Attempt::told).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    /** The contenders that had no answer to a request. */
    public Set<String> unanswered() {
        return round.runs().stream()
                .filter(run -> run.attempts().stream()
                        .anyMatch(attempt -> attempt.answer().isEmpty()))
                .map(ContenderRun::contender)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What each contender asked and was told, in full, secrets and all: to be compared, not to be shown. */
    public List<Part> parts() {
        return round.runs().stream().map(EndedRound::part).toList();
    }

    private static Part part(ContenderRun run) {
        return new Part(
                run.contender(),
                run.outcome(),
                run.attempts().stream()
                        .map(attempt ->
                                attempt.call().target() + " " + attempt.call().body())
                        .toList(),
                run.attempts().stream()
                        .map(attempt -> attempt.answer().map(HttpAnswer::body).orElse(""))
                        .toList());
    }

    /**
     * One contender's part.
     *
     * @param requests targets and bodies
     * @param answers bodies
     */
    public record Part(String contender, Outcome outcome, List<String> requests, List<String> answers) {}

    /**
     * What is to be thought of a round.
     *
     * @param evidence what was broken
     * @param causes why it could not be judged; some may be there beside evidence
     * @param accusations what rules on data gave that were broken
     * @param failures those of the causes that are contenders' failures, such as a status 500
     */
    public record Weighed(
            List<Evidence> evidence, List<String> causes, List<Accusation> accusations, List<String> failures) {}

    /**
     * What a rule on data gave.
     *
     * @param offenders in extended JSON, secrets and all: to be looked up, not to be shown
     */
    public record Accusation(Invariant.OnData rule, List<JsonNode> offenders) {}
}
