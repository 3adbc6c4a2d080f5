package dev.photofinish.scenarios.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.photofinish.scenarios.template.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A compiled CEL expression. Immutable; any thread may evaluate it. */
public final class Expression {

    private final String source;
    private final CelRuntime.Program program;

    Expression(String source, CelRuntime.Program program) {
        this.source = source;
        this.program = program;
    }

    /** As its author wrote it. */
    public String source() {
        return source;
    }

    /**
     * Judges the values of a scope: a condition by its truth, a list by what it holds (the offenders). What the values do
     * not have makes it {@link Judgement.Unjudged}; nothing is thrown.
     */
    public Judgement judge(Scope scope) {
        Map<String, Object> variables = new LinkedHashMap<>();
        scope.values().forEach((name, value) -> variables.put(name, CelValues.fromJson(value)));
        try {
            return judgement(program.eval(variables));
        } catch (CelEvaluationException missing) {
            return new Judgement.Unjudged("could not be judged: " + reason(missing));
        }
    }

    private static Judgement judgement(Object value) {
        if (value instanceof Boolean condition) {
            return condition ? new Judgement.Holds() : new Judgement.Broken(List.of());
        }
        if (value instanceof List<?> offenders) {
            List<JsonNode> items = offenders.stream().map(CelValues::toJson).toList();
            return items.isEmpty() ? new Judgement.Holds() : new Judgement.Broken(items);
        }
        return new Judgement.Unjudged("could not be judged: it gives " + CelValues.toJson(value)
                + ", which is neither true, false nor a list");
    }

    private static String reason(CelEvaluationException missing) {
        return String.valueOf(missing.getMessage()).replaceFirst("^evaluation error at <input>:\\d+: ", "");
    }

    @Override
    public String toString() {
        return source;
    }
}
