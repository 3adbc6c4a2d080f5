package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.driver.Outcome;
import dev.photofinish.explorer.mongo.Masking;
import dev.photofinish.explorer.search.Coverage;
import dev.photofinish.explorer.search.Discovery;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.secret.SecretLooks;
import dev.photofinish.explorer.witness.Explanation;
import dev.photofinish.explorer.witness.Witness;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a failing test says. */
final class Failure {

    private final Rerun rerun;
    private final Evidence evidence;

    private Failure(Rerun rerun, Evidence evidence) {
        this.rerun = rerun;
        this.evidence = evidence;
    }

    /** Empty if everything was tried that was to be, and every rule held. */
    static Optional<AssertionError> of(Rerun rerun, Evidence evidence) {
        Failure failure = new Failure(rerun, evidence);
        return failure.text().map(failure::error);
    }

    /** With what the rules themselves have thrown, the first of it as the cause. */
    private AssertionError error(String text) {
        AssertionError error = new AssertionError(text);
        Stream.concat(
                        evidence.violations().stream()
                                .map(found -> found.finding().rule()),
                        evidence.brokenOnlySerially().stream()
                                .map(broken -> broken.finding().rule()))
                .flatMap(rule -> evidence.judge().causeOf(rule).stream())
                .forEach(cause -> {
                    if (error.getCause() == null) {
                        error.initCause(cause);
                    } else {
                        error.addSuppressed(cause);
                    }
                });
        return error;
    }

    private Optional<String> text() {
        List<String> spoiled = evidence.spoiled();
        if (!spoiled.isEmpty()) {
            return Optional.of("Nothing can be claimed:\n" + String.join("\n", spoiled)
                    + broken().map(text -> "\n\nSeen all the same:\n\n" + text).orElse(""));
        }
        return broken().or(this::unproven);
    }

    private Optional<String> broken() {
        return Stream.concat(
                        evidence.violations().stream().map(this::violation),
                        evidence.brokenOnlySerially().stream().map(this::onlySerially))
                .reduce((one, other) -> one + "\n\n" + other);
    }

    private String violation(Discovery<Played> found) {
        Coverage coverage = evidence.exploration().coverage();
        Witness<Played> witness = found.witness();
        StringBuilder text = new StringBuilder();
        text.append("%s: %s%n".formatted(found.finding().rule(), witness.finding()));
        text.append(
                "Broken in %s of %s schedules that were run%s, first in number %s%s. The shortest, reproduced %s of %s times:%n%n"
                        .formatted(
                                found.schedules(),
                                coverage.run(),
                                sampled(found, coverage),
                                found.firstAt(),
                                serially(found),
                                witness.reproduced(),
                                witness.attempts()));
        text.append(Columns.of(evidence.exploration().contenders(), witness.turns()));
        witness.result().ifPresent(played -> text.append(ending(played)));
        witness.explanation().ifPresent(why -> text.append("%n%s%s%n".formatted(named(why), why.sentence())));
        text.append("%nTo run only this schedule: %s%n".formatted(rerun.arguments(witness.schedule())));
        return text.toString();
    }

    private static String sampled(Discovery<Played> found, Coverage coverage) {
        return coverage.togetherRuns() == 0
                ? ""
                : " and %s of %s samples".formatted(found.sampled(), coverage.togetherRuns());
    }

    /** One after the other is only what was begun so. */
    private String serially(Discovery<Played> found) {
        SerialOrders orders = evidence.serial();
        boolean serial =
                orders.wereTried() ? orders.broken().containsKey(found.finding().rule()) : found.serial();
        return serial ? ", even with one call after the other" : "";
    }

    private String onlySerially(SerialOrders.Broken broken) {
        return "%s: %s%nBroken with one call after the other (%s), and in none of %s schedules, in which what a call does before its first command comes before all commands of the others:%n%n%s%s"
                .formatted(
                        broken.finding().rule(),
                        broken.finding().text(),
                        String.join(", then ", broken.order()),
                        evidence.exploration().coverage().run(),
                        Columns.of(evidence.exploration().contenders(), broken.turns()),
                        ending(broken.played()));
    }

    private static String ending(Played played) {
        String told = played.told().outcomes().entrySet().stream()
                .map(outcome -> outcome.getKey() + " " + words(outcome.getValue()))
                .collect(Collectors.joining(", "));
        String state = played.shown().entrySet().stream()
                .map(shown -> "%n%s: %s".formatted(shown.getKey(), masked(shown.getValue())))
                .collect(Collectors.joining());
        return "%n%s%s%n".formatted(told, state);
    }

    /** Build logs are read by many. */
    private static String masked(Object value) {
        return SecretLooks.maskObject(value, Masking.MASK);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Returned returned -> "was told " + quoted(returned.value());
            case Outcome.ReturnedNothing nothing -> "was told nothing";
            case Outcome.Threw threw -> "got " + masked(threw.problem());
        };
    }

    private static String quoted(Object value) {
        String text = masked(value);
        return value instanceof CharSequence ? "\"" + text + "\"" : text;
    }

    /** A pass needs evidence. */
    private Optional<String> unproven() {
        Exploration<Played> exploration = evidence.exploration();
        Coverage coverage = exploration.coverage();
        if (!exploration.obstacles().isEmpty()) {
            return Optional.of("Nothing can be claimed, something was in the way of %s schedules:%n%s%s"
                    .formatted(
                            coverage.diverged() + coverage.inconclusive(),
                            String.join("\n", exploration.obstacles()),
                            makings()));
        }
        List<String> doubts = evidence.doubts();
        if (!doubts.isEmpty()) {
            return Optional.of("Nothing can be claimed:\n" + String.join("\n", doubts));
        }
        boolean samples = !(evidence.strategy() instanceof Strategy.Exhaustive
                || evidence.strategy() instanceof Strategy.Reduced);
        if (coverage.complete() || samples) {
            return Optional.empty();
        }
        return Optional.of(
                ("No rule was broken in the %s that were run of up to %s schedules, and that proves nothing of the"
                                + " others. Raise the limit, bound the preemptions, or let a strategy sample: exploring.by(new"
                                + " Strategy.Pct(…)).")
                        .formatted(
                                coverage.run(),
                                coverage.outOf().map(Objects::toString).orElse("countless")));
    }

    /** Who finds a collection takes another way than who made it, so that a schedule cannot be run twice. */
    private String makings() {
        return evidence.contest().made().isEmpty()
                ? ""
                : ("%nThe calls make collections or indexes themselves (%s), and where these are there already, they"
                                + " do something else. Let them be made before explore(), by one such call for instance, or drop"
                                + " them in freshData(…).")
                        .formatted(String.join(", ", evidence.contest().made()));
    }

    private static String named(Explanation why) {
        return why.anomaly().map(name -> capitalised(name.title()) + ": ").orElse("");
    }

    private static String capitalised(String title) {
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }
}
