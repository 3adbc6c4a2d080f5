package dev.photofinish.scenarios.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What broke rules before a round's contenders began, which is not the round's doing. Immutable. */
public final class AlreadyBroken {

    /** Nothing, as far as anybody has looked. */
    public static final AlreadyBroken NOTHING = new AlreadyBroken(Map.of());

    private final Map<String, Offenders> byRule;

    private AlreadyBroken(Map<String, Offenders> byRule) {
        this.byRule = byRule;
    }

    static AlreadyBroken of(List<Finding> findings) {
        Map<String, Offenders> byRule = new HashMap<>();
        findings.forEach(finding -> {
            if (finding instanceof Finding.Judged judged && !judged.offenders().isEmpty()) {
                byRule.put(judged.invariant().name(), Offenders.of(judged.offenders()));
            }
        });
        return new AlreadyBroken(Map.copyOf(byRule));
    }

    /** What was found, without what was there already. */
    public Finding without(Finding finding) {
        return switch (finding) {
            case Finding.Unjudged unjudged -> unjudged;
            case Finding.Judged judged -> {
                List<JsonNode> fresh = byRule.getOrDefault(judged.invariant().name(), Offenders.NONE)
                        .missing(judged.offenders());
                yield new Finding.Judged(judged.invariant(), judged.looked(), fresh);
            }
        };
    }

    /** A sentence for each rule that was broken. */
    public List<String> sentences() {
        return new TreeMap<>(byRule)
                .entrySet().stream()
                        .map(rule -> rule.getKey() + ": " + rule.getValue().count() + " broke it before the run began.")
                        .toList();
    }
}
