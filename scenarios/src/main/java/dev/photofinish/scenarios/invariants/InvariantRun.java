package dev.photofinish.scenarios.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.explorer.secret.SecretLooks;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.system.Invariant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The invariants on all data of a deployment: as they were when a run began, and as they are at its end, so that what was
 * broken before is not blamed on the run.
 */
public final class InvariantRun {

    private static final int OFFENDERS_SHOWN = 10;
    private static final int OFFENDER_LENGTH = 200;

    /** Where the id of a document is what a user shows. */
    private static final Pattern SESSIONS = Pattern.compile("(?i)sess|token");

    private final InvariantChecks checks;
    private final LiveSecrets secrets;
    private final List<Invariant> judged;
    private final List<Invariant> notJudged;
    /** By rule. */
    private final Map<String, Offenders> before;

    private InvariantRun(
            InvariantChecks checks,
            LiveSecrets secrets,
            List<Invariant> judged,
            List<Invariant> notJudged,
            Map<String, Offenders> before) {
        this.checks = checks;
        this.secrets = secrets;
        this.judged = judged;
        this.notJudged = notJudged;
        this.before = before;
    }

    /** Looks at what is broken already. */
    public static InvariantRun begin(
            Collection<Invariant> invariants, Optional<Database> database, Deployment deployment) {
        InvariantRun run = ofNow(invariants, database, Optional.of(deployment));
        run.judged.forEach(invariant -> {
            if (run.checks.onAll(invariant) instanceof Finding.Judged found) {
                run.before.put(invariant.name(), Offenders.of(found.offenders()));
            }
        });
        return run;
    }

    /** Without a look back: everything that is broken counts. */
    public static InvariantRun ofNow(
            Collection<Invariant> invariants, Optional<Database> database, Optional<Deployment> deployment) {
        return ofNow(
                invariants,
                database,
                deployment,
                deployment.map(Deployment::secrets).orElseGet(() -> LiveSecrets.of(List.of())));
    }

    /**
     * The same.
     *
     * @param secrets what must not be shown of the data, also where no deployment is asked
     */
    public static InvariantRun ofNow(
            Collection<Invariant> invariants,
            Optional<Database> database,
            Optional<Deployment> deployment,
            LiveSecrets secrets) {
        InvariantChecks checks = InvariantChecks.on(database, deployment);
        Map<Boolean, List<Invariant>> can = invariants.stream().collect(Collectors.partitioningBy(checks::canJudge));
        return new InvariantRun(
                checks,
                secrets,
                can.getOrDefault(true, List.of()),
                can.getOrDefault(false, List.of()),
                new HashMap<>());
    }

    /** Which invariants are left out for want of a database or a deployment, in a sentence. */
    public Optional<String> notJudged() {
        if (notJudged.isEmpty()) {
            return Optional.empty();
        }
        boolean onData = notJudged.stream().anyMatch(Invariant.OnData.class::isInstance);
        return Optional.of("Not judged, since " + (onData ? "no --mongo" : "no --url") + " was given: "
                + notJudged.stream().map(Invariant::name).collect(Collectors.joining(", ")) + ".");
    }

    /** Judges everything as it is now. */
    public List<InvariantReport> end() {
        return judged.stream().map(invariant -> report(checks.onAll(invariant))).toList();
    }

    private InvariantReport report(Finding finding) {
        Invariant rule = finding.invariant();
        if (finding instanceof Finding.Judged found
                && SESSIONS.matcher(on(rule)).find()) {
            found.offenders()
                    .forEach(offender ->
                            secrets.learnSession(offender.path("_id").asText("")));
        }
        return switch (finding) {
            case Finding.Judged found ->
                new InvariantReport(
                        rule.name(),
                        rule.title(),
                        on(rule),
                        found.looked().orElse(0),
                        found.offenders().size(),
                        alreadyBroken(found),
                        shown(found.offenders()),
                        "");
            case Finding.Unjudged unjudged ->
                new InvariantReport(rule.name(), rule.title(), on(rule), 0, 0, 0, List.of(), unjudged.why());
        };
    }

    private long alreadyBroken(Finding.Judged found) {
        Offenders known = before.getOrDefault(found.invariant().name(), Offenders.NONE);
        return (long) found.offenders().size()
                - known.missing(found.offenders()).size();
    }

    private static String on(Invariant invariant) {
        return switch (invariant) {
            case Invariant.OnData data -> data.collection();
            case Invariant.OnAnswer answer -> answer.operation().name();
        };
    }

    private List<String> shown(List<JsonNode> offenders) {
        return offenders.stream()
                .limit(OFFENDERS_SHOWN)
                .map(offender -> secrets.mask(SecretLooks.mask(offender.toString(), LiveSecrets.MASK)))
                .map(text -> text.length() <= OFFENDER_LENGTH ? text : text.substring(0, OFFENDER_LENGTH) + "…")
                .toList();
    }
}
