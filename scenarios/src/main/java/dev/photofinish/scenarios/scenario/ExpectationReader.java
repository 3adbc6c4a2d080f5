package dev.photofinish.scenarios.scenario;

import dev.photofinish.scenarios.expression.ExpressionCompiler;
import dev.photofinish.scenarios.scenario.Expectation.Ending;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what is expected of the contest. */
final class ExpectationReader {

    private final Problems problems;

    ExpectationReader(Problems problems) {
        this.problems = problems;
    }

    /** @param names of everything that is there after the {@code then} steps */
    Expectation read(YamlNode node, int contenders, Names names) {
        OptionalInt accepted = count(node, "accepted");
        OptionalInt refused = count(node, "refused");
        int sum = accepted.orElse(0) + refused.orElse(0);
        boolean both = accepted.isPresent() && refused.isPresent();
        if (contenders > 0 && (sum > contenders || (both && sum < contenders))) {
            problems.add(
                    node.at(),
                    accepted.orElse(0) + " accepted and " + refused.orElse(0) + " refused of " + contenders
                            + " contenders",
                    "counts that can come true: a contender is accepted or refused, and a failed one decides nothing");
        }
        return new Expectation(accepted, refused, endings(node, names));
    }

    private static OptionalInt count(YamlNode node, String key) {
        Optional<YamlNode> count = node.get(key);
        return count.isPresent() && count.get().toJson().canConvertToInt()
                ? OptionalInt.of(count.get().toJson().intValue())
                : OptionalInt.empty();
    }

    private List<Ending> endings(YamlNode node, Names names) {
        List<YamlNode> items = node.get("any of").map(YamlNode::items).orElse(List.of());
        if (items.isEmpty()) {
            return List.of();
        }
        ExpressionCompiler compiler = new ExpressionCompiler(names.withFields(), problems);
        List<Ending> endings = new ArrayList<>();
        for (YamlNode item : items) {
            item.entries()
                    .forEach((name, condition) ->
                            compiler.condition(condition).ifPresent(there -> endings.add(new Ending(name, there))));
        }
        return endings;
    }
}
