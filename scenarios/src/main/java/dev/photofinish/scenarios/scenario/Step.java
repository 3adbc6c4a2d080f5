package dev.photofinish.scenarios.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.scenarios.expression.Expression;
import dev.photofinish.scenarios.http.HttpAnswer;
import dev.photofinish.scenarios.system.Keep;
import dev.photofinish.scenarios.system.MissingInAnswer;
import dev.photofinish.scenarios.system.Operation;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One thing that is done in a round. */
public sealed interface Step {

    Location at();

    /**
     * A user calls an operation.
     *
     * @param role who calls: a user of this role
     * @param with arguments, which go before the values of the round
     * @param keep what the answer gives to later steps, the operation's own {@code keep} included
     * @param check must be true of the answer; only steps after the contest have one
     */
    record Call(
            String role,
            Operation operation,
            Map<String, Template> with,
            Map<String, Keep> keep,
            Optional<Expression> check,
            Location at)
            implements Step {

        /** The answer's own, not that of a contender, {@code A.status}. */
        private static final Pattern STATUS = Pattern.compile("(?<![\\w.])status\\b");

        /**
         * The arguments as values. Those of a given step are values of the round from then on.
         *
         * @throws CannotRender if one asks for something the scope does not have
         */
        public Map<String, JsonNode> arguments(Scope scope) {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            with.forEach((name, template) -> values.put(name, template.render(scope)));
            return values;
        }

        /** Whether its check says itself which status is right: then an answer need not be a yes. */
        public boolean judgesStatus() {
            return check.filter(
                            expression -> STATUS.matcher(expression.source()).find())
                    .isPresent();
        }

        /**
         * What the answer gives to later steps.
         *
         * @throws MissingInAnswer if it does not have that
         */
        public Map<String, JsonNode> kept(HttpAnswer answer) {
            return Keep.all(keep, answer);
        }
    }

    /**
     * Documents that go straight into MongoDB, for what the API cannot make.
     *
     * @param documents to be rendered as extended JSON
     */
    record Insert(String collection, List<Template> documents, Location at) implements Step {}
}
