package dev.photofinish.scenarios.race;

import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.deployment.Session;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.http.HttpCall;
import dev.photofinish.scenarios.http.Stamps;
import dev.photofinish.scenarios.scenario.Contender;
import dev.photofinish.scenarios.scenario.Step;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One contender's part of a round whose requests somebody else sends. Its methods are synchronized: the sender's threads
 * change from one call to the next.
 */
final class ExternalPart {

    private final Contender contender;
    private final Session session;
    private final List<Attempt> attempts = new ArrayList<>();
    private Scope scope;
    /** What was sent and not answered so far. */
    private Optional<HttpCall> sent = Optional.empty();

    private Optional<String> obstacle = Optional.empty();

    ExternalPart(Contender contender, Session session, Scope round) {
        this.contender = contender;
        this.session = session;
        this.scope = round;
    }

    synchronized Optional<HttpCall> call() {
        if (sent.isPresent()
                || obstacle.isPresent()
                || attempts.size() == contender.steps().size()) {
            return Optional.empty();
        }
        try {
            sent = Optional.of(session.call(step().operation(), step().with(), scope));
        } catch (CannotRender missing) {
            obstacle = Optional.ofNullable(missing.getMessage());
        }
        return sent;
    }

    synchronized void answered(long sentNanos, long endedNanos, HttpAnswer answer, History history) {
        HttpCall call =
                sent.orElseThrow(() -> new IllegalStateException("an answer to a request that was not asked for"));
        Attempt attempt = attempt(call, sentNanos, endedNanos, answer);
        sent = Optional.empty();
        attempts.add(attempt);
        scope = scope.withAll(attempt.kept());
        history.completed(
                history.invoked(contender.name(), attempt.operation(), sentNanos), endedNanos, attempt.outcome());
        if (attempt.outcome() != Outcome.ACCEPTED
                && attempts.size() < contender.steps().size()) {
            obstacle =
                    Optional.of(contender.name() + " did not get past " + attempt.operation() + ": " + attempt.told());
        }
    }

    synchronized ContenderRun run() {
        Optional<String> silent = attempts.size() < contender.steps().size()
                ? Optional.of(step().operation().name() + ": there was no answer")
                : Optional.empty();
        return new ContenderRun(
                contender.name(), session.user().name(), List.copyOf(attempts), obstacle.or(() -> silent));
    }

    private Attempt attempt(HttpCall call, long sentNanos, long endedNanos, HttpAnswer answer) {
        Stamps stamps = new Stamps(OptionalLong.of(sentNanos), OptionalLong.empty(), OptionalLong.of(endedNanos));
        return Attempt.answered(
                step().operation().name(),
                call,
                stamps,
                session.reply(step().operation(), step().keep(), call.target(), answer));
    }

    private Step.Call step() {
        return contender.steps().get(attempts.size());
    }
}
