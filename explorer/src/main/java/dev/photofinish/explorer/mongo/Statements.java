package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/** What the statements of a writing command touch in one namespace. */
final class Statements {

    private final String namespace;
    private final KeyProof proof;

    Statements(String namespace, Uniqueness uniqueness) {
        this.namespace = namespace;
        this.proof = new KeyProof(uniqueness);
    }

    Access inserts(List<BsonDocument> documents) {
        return written(Keys.UNKNOWN, documents.size() > 1);
    }

    Access updates(List<BsonDocument> statements) {
        return written(
                KeyProof.union(statements.stream().map(this::updated).toList()),
                statements.size() > 1
                        || statements.stream()
                                .anyMatch(one -> Fields.flag(one, "upsert") || Fields.flag(one, "multi")));
    }

    /** A {@code limit} of 0 is none. */
    Access deletes(List<BsonDocument> statements) {
        return written(
                Keys.UNKNOWN,
                statements.size() > 1
                        || statements.stream()
                                .anyMatch(one -> Fields.number(one, "limit").orElse(0L) == 0));
    }

    Access findAndModify(BsonDocument command) {
        boolean upsert = Fields.flag(command, "upsert");
        return written(
                proof.updated(
                        Fields.document(command, "query").orElseGet(BsonDocument::new),
                        Fields.value(command, "update"),
                        upsert,
                        command.containsKey("collation")),
                upsert);
    }

    Access read(Optional<BsonDocument> filter, boolean collated) {
        Keys keys = filter.map(given -> proof.found(given, collated)).orElse(Keys.UNKNOWN);
        return new Access(namespace, Mode.READ, keys, Grain.ATOMIC);
    }

    private Keys updated(BsonDocument statement) {
        return proof.updated(
                Fields.document(statement, "q").orElseGet(BsonDocument::new),
                Fields.value(statement, "u"),
                Fields.flag(statement, "upsert"),
                statement.containsKey("collation"));
    }

    private Access written(Keys keys, boolean compound) {
        return new Access(namespace, Mode.WRITE, keys, compound ? Grain.COMPOUND : Grain.ATOMIC);
    }
}
