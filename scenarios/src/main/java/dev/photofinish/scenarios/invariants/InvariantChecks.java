package dev.photofinish.scenarios.invariants;

import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.system.Invariant;
import dev.photofinish.scenarios.template.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Judges invariants wherever they can be judged: those on data if there is a database, those on answers if there is a
 * deployment. One that can be judged nowhere is a finding of its own, never silence.
 */
public final class InvariantChecks {

    private final Optional<DataChecks> data;
    private final Optional<AnswerChecks> answers;

    private InvariantChecks(Optional<DataChecks> data, Optional<AnswerChecks> answers) {
        this.data = data;
        this.answers = answers;
    }

    public static InvariantChecks on(Optional<Database> database, Optional<Deployment> deployment) {
        return new InvariantChecks(database.map(DataChecks::new), deployment.map(AnswerChecks::new));
    }

    /** Whether there is anywhere to judge it. */
    public boolean canJudge(Invariant invariant) {
        return switch (invariant) {
            case Invariant.OnData onData -> data.isPresent();
            case Invariant.OnAnswer onAnswer -> answers.isPresent();
        };
    }

    /** That a rule never had anything to look at, and where it looked, in a sentence. */
    public String sawNothing(Invariant.OnData invariant) {
        return data.map(checks -> checks.sawNothing(invariant)).orElseGet(() -> "There is no database to look at.");
    }

    /** On everything there is. */
    public Finding onAll(Invariant invariant) {
        return switch (invariant) {
            case Invariant.OnData onData ->
                data.map(checks -> checks.onAll(onData)).orElseGet(() -> noDatabase(onData));
            case Invariant.OnAnswer onAnswer ->
                answers.map(checks -> checks.onAll(onAnswer)).orElseGet(() -> noDeployment(onAnswer));
        };
    }

    /**
     * Those that can be judged, on what the round touched, where the invariant says how to find that; on everything otherwise.
     * The database is asked about all of them at once.
     *
     * @return in their order
     */
    public List<Finding> onRound(List<Invariant> invariants, Scope round, Looking looking) {
        List<Asked<Finding>> asked = invariants.stream()
                .filter(this::canJudge)
                .map(invariant -> onRound(invariant, round, looking))
                .toList();
        return asked.stream().map(Asked::answer).toList();
    }

    /**
     * What breaks rules on data already, before a round's contenders begin: of those rules that would look at more than what the
     * round touches.
     *
     * @param round what is known of it by then
     */
    public AlreadyBroken before(List<Invariant> invariants, Scope round) {
        return data.map(checks -> AlreadyBroken.of(invariants.stream()
                        .filter(Invariant.OnData.class::isInstance)
                        .map(Invariant.OnData.class::cast)
                        .filter(invariant -> DataChecks.looksEverywhere(invariant, round))
                        .map(invariant -> Asked.now(() -> checks.onAll(invariant, Looking.FOR_OFFENDERS)))
                        .toList()
                        .stream()
                        .map(Asked::answer)
                        .toList()))
                .orElse(AlreadyBroken.NOTHING);
    }

    private Asked<Finding> onRound(Invariant invariant, Scope round, Looking looking) {
        return switch (invariant) {
            case Invariant.OnData onData ->
                Asked.now(() -> data.map(checks -> checks.onRound(onData, round, looking))
                        .orElseGet(() -> noDatabase(onData)));
            case Invariant.OnAnswer onAnswer ->
                () -> answers.map(checks -> checks.onRound(onAnswer, round)).orElseGet(() -> noDeployment(onAnswer));
        };
    }

    private static Finding noDatabase(Invariant invariant) {
        return new Finding.Unjudged(
                invariant, "it is a rule on data, and no database was given; give its address with --mongo");
    }

    private static Finding noDeployment(Invariant invariant) {
        return new Finding.Unjudged(
                invariant, "it is a rule on answers, and no deployment was given; give its address with --url");
    }
}
