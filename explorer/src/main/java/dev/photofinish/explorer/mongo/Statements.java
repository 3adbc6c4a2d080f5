package dev.photofinish.explorer.mongo;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Mode;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What the statements of a writing command touch in one namespace. */
final class Statements {

    private final String namespace;
    private final KeyProof proof;
    private final OneDocument oneDocument;

    Statements(String namespace, Uniqueness uniqueness) {
        this.namespace = namespace;
        this.proof = new KeyProof(uniqueness);
        this.oneDocument = new OneDocument(uniqueness);
    }

    Access inserts(List<BsonDocument> documents) {
        Grain several = Batch.holds(documents) ? Grain.COMPOUND : Grain.PIECEMEAL;
        return Access.adding(namespace, documents.size() > 1 ? several : Grain.ATOMIC, proof.added(documents));
    }

    Access updates(List<BsonDocument> statements) {
        return written(statements.stream()
                .map(statement -> update(statement, "q", "u"))
                .toList());
    }

    Access deletes(List<BsonDocument> statements) {
        boolean atomic = statements.size() == 1 && concernsOne(statements.getFirst());
        return new Access(namespace, Mode.WRITE, Keys.UNKNOWN, atomic ? Grain.ATOMIC : Grain.COMPOUND);
    }

    /** A {@code limit} of 0 is none. */
    private boolean concernsOne(BsonDocument deletion) {
        return Fields.number(deletion, "limit").orElse(0L) != 0
                || oneDocument.isAllThat(filter(deletion, "q"), deletion.containsKey("collation"));
    }

    Access findAndModify(BsonDocument command) {
        return written(List.of(update(command, "query", "update")));
    }

    Access read(Optional<BsonDocument> filter, boolean collated) {
        Keys keys = filter.map(given -> proof.found(given, collated)).orElse(Keys.UNKNOWN);
        return new Access(namespace, Mode.READ, keys, Grain.ATOMIC);
    }

    private Access written(List<Update> updates) {
        Keys keys = KeyProof.union(updates.stream().map(Update::keys).toList());
        boolean atomic = updates.size() == 1 && updates.getFirst().atomic();
        Access found = new Access(namespace, Mode.WRITE, keys, atomic ? Grain.ATOMIC : Grain.COMPOUND);
        return updates.stream().anyMatch(Update::upsert) ? mayAdd(found) : found;
    }

    private static Access mayAdd(Access found) {
        return new Access(found.namespace(), found.mode(), Keys.UNKNOWN, found.grain(), Optional.of(found.keys()));
    }

    private Update update(BsonDocument statement, String query, String update) {
        BsonDocument filter = filter(statement, query);
        Optional<BsonValue> how = Fields.value(statement, update);
        boolean collated = statement.containsKey("collation");
        boolean upsert = Fields.flag(statement, "upsert");
        boolean many = Fields.flag(statement, "multi");
        boolean atomic = upsert
                ? !many && oneDocument.isUpsertedAtOnce(filter, how, collated)
                : !many || oneDocument.isAllThat(filter, collated);
        return new Update(proof.updated(filter, how, collated), upsert, atomic);
    }

    private static BsonDocument filter(BsonDocument statement, String field) {
        return Fields.document(statement, field).orElseGet(BsonDocument::new);
    }

    /**
     * One of the updates of a command.
     *
     * @param keys of the documents that it can change, if it inserts none
     */
    private record Update(Keys keys, boolean upsert, boolean atomic) {}
}
