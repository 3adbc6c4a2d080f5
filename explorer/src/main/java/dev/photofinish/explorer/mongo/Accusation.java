package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.witness.Accused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Reads a rule that is an aggregation pipeline, and what it gave, as what an explanation should be about. Pure. */
public final class Accusation {

    private static final Pattern FIELD = Pattern.compile("\\$([A-Za-z_][\\w.]*)");

    private Accusation() {}

    /**
     * @param namespace {@code database.collection} that the rule looks at
     * @param pipeline the rule
     * @param offenders what it gave
     * @param masking what must not be seen of it
     */
    public static Accused of(
            String namespace, List<BsonDocument> pipeline, List<BsonDocument> offenders, Masking masking) {
        Set<String> paths = new LinkedHashSet<>();
        pipeline.forEach(stage -> name(stage, paths));
        return new Accused(Set.of(namespace), new Portraits(new Wording(masking)).of(offenders), paths, Set.of());
    }

    private static void name(BsonValue value, Set<String> paths) {
        if (value.isDocument()) {
            value.asDocument().forEach((key, inner) -> {
                if (!key.startsWith("$")) {
                    paths.add(key);
                }
                name(inner, paths);
            });
        } else if (value.isArray()) {
            value.asArray().forEach(inner -> name(inner, paths));
        } else if (value.isString()) {
            Matcher field = FIELD.matcher(value.asString().getValue());
            if (field.matches()) {
                paths.add(field.group(1));
            }
        }
    }
}
