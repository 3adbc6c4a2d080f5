package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.scenarios.expression.Expression;
import dev.photofinish.scenarios.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule that must always hold. */
public sealed interface Invariant {

    String name();

    /** The rule in a sentence. */
    String title();

    /** Why it matters; may be empty. */
    String about();

    /**
     * A rule on the data itself.
     *
     * @param touched an extended JSON filter for the documents a round touched, to be run before {@code violations};
     *     empty if the rule always looks at everything
     * @param violations an aggregation pipeline in extended JSON that returns the documents that break the rule; it only
     *     reads
     */
    record OnData(
            String name,
            String title,
            String about,
            String collection,
            Optional<Template> touched,
            List<JsonNode> violations)
            implements Invariant {}

    /**
     * A rule on what the API tells, for when the database cannot be reached.
     *
     * @param role who asks
     * @param violations gives the offending items of {@code body}
     */
    record OnAnswer(
            String name,
            String title,
            String about,
            String role,
            Operation operation,
            Map<String, Template> with,
            Expression violations)
            implements Invariant {}
}
