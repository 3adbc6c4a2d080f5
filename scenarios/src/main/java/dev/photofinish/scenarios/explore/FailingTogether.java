package dev.photofinish.scenarios.explore;

import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.witness.Accused;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.race.EndedRound;
import dev.photofinish.scenarios.system.Failures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a finding of a contender that fails in an interleaving and in no serial order: it fails because another came in between,
 * unless it may have failed because the gate held it.
 * One that fails in a serial order, too, leaves its schedule without a judgement, as before. For the explorer's thread.
 */
final class FailingTogether implements Judge<EndedRound> {

    /** The rule that its findings break. */
    static final String RULE = "fails only when two meet";

    private final Judge<EndedRound> rules;
    private final Finding.Weight weight;
    private final Supplier<Set<String>> failedInASerialOrder;
    private final Endurance endurance;
    private final BooleanSupplier oneAfterTheOther;

    /**
     * @param failedInASerialOrder the contenders that did; asked when somebody fails
     * @param oneAfterTheOther whether each was begun when the one before was over, in the execution that is judged
     */
    FailingTogether(
            Judge<EndedRound> rules,
            Failures failures,
            Supplier<Set<String>> failedInASerialOrder,
            Endurance endurance,
            BooleanSupplier oneAfterTheOther) {
        this.oneAfterTheOther = oneAfterTheOther;
        this.endurance = endurance;
        this.rules = rules;
        this.weight = Finding.Weight.valueOf(failures.name());
        this.failedInASerialOrder = failedInASerialOrder;
    }

    @Override
    public Judgement judge(List<Turn> turns, EndedRound round) throws InterruptedException {
        Judgement byTheRules = rules.judge(turns, round);
        if (!isAbout(round) || oneAfterTheOther.getAsBoolean()) {
            answered(round).forEach(endurance::bears);
            return byTheRules;
        }
        Optional<String> excuse = failed(round).stream()
                .filter(contender -> !round.unanswered().contains(contender)
                        && endurance.deadlock(contender).isEmpty())
                .flatMap(contender -> endurance.excuse(contender).stream())
                .findFirst();
        return excuse.isPresent()
                ? new Judgement(List.of(), Optional.of(told(round) + excuse.get()))
                : found(round, byTheRules);
    }

    private static String told(EndedRound round) {
        return round.weigh().failures().stream().findFirst().orElse("").replaceFirst("([^.])$", "$1.") + " ";
    }

    private static List<String> answered(EndedRound round) {
        return round.parts().stream()
                .filter(part -> part.outcome() != Outcome.FAILED)
                .map(EndedRound.Part::contender)
                .toList();
    }

    /** Whether somebody failed, and everybody who did fails only when others come in between. */
    boolean isAbout(EndedRound round) {
        Set<String> failed = failed(round);
        return !failed.isEmpty() && failed.stream().noneMatch(failedInASerialOrder.get()::contains);
    }

    private Judgement found(EndedRound round, Judgement byTheRules) {
        EndedRound.Weighed weighed = round.weigh();
        Finding finding = new Finding(
                RULE,
                weight,
                String.join("\n", weighed.failures())
                        + failed(round).stream()
                                .flatMap(contender -> endurance.deadlock(contender).stream())
                                .findFirst()
                                .map(deadlock -> "\n" + deadlock)
                                .orElse("")
                        + "\nIn no serial order does it fail.",
                new Accused(Set.of(), List.of(), Set.of(), failed(round)));
        List<Finding> findings = Stream.concat(byTheRules.findings().stream(), Stream.of(finding))
                .toList();
        Optional<String> otherCause = weighed.causes().stream()
                .filter(cause -> !weighed.failures().contains(cause))
                .findFirst();
        return new Judgement(findings, otherCause);
    }

    private static Set<String> failed(EndedRound round) {
        return round.parts().stream()
                .filter(part -> part.outcome() == Outcome.FAILED)
                .map(EndedRound.Part::contender)
                .collect(Collectors.toUnmodifiableSet());
    }
}
