package dev.photofinish.explorer.data;

import org.bson.BsonDocument;
import org.bson.BsonValue;

/** One write of a command that came through the gate, as far as it tells which documents it can have written, and how. */
sealed interface Statement {

    /** A document that was inserted, or should have been. */
    record Insert(BsonDocument document) implements Statement {}

    /** Documents that met a filter were changed, or one was inserted. */
    record Update(Filter filter, Effect effect, Upsert upsert, Certainty certainty) implements Statement {}

    /** Documents that met a filter were deleted. */
    record Delete(Filter filter) implements Statement {}

    /** Nobody can tell which documents: a pipeline's output, a collection that was dropped or renamed. */
    record Anything() implements Statement {}

    /** Whether an update inserts where it meets nothing. */
    sealed interface Upsert {

        record Never() implements Upsert {}

        /** Its answer is not known. */
        record Possibly() implements Upsert {}

        record Inserted(BsonValue id) implements Upsert {}
    }

    /** Whether an update is known to have changed the document that its filter names. */
    enum Certainty {
        /** It was answered that it met one document. */
        MET_ONE,
        /** It has not been answered, is part of a transaction, or was answered together with others. */
        UNKNOWN
    }
}
