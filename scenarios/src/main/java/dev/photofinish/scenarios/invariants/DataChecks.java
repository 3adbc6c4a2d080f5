package dev.photofinish.scenarios.invariants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import dev.photofinish.scenarios.system.Invariant;
import dev.photofinish.scenarios.template.CannotRender;
import dev.photofinish.scenarios.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Runs an invariant's pipeline inside MongoDB. Pipelines that write are refused when the system file is read. */
final class DataChecks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonWriterSettings READABLE =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final Database database;
    private final Map<List<JsonNode>, List<BsonDocument>> violations = new ConcurrentHashMap<>();

    DataChecks(Database database) {
        this.database = database;
    }

    Finding onAll(Invariant.OnData invariant) {
        return onAll(invariant, Looking.AND_COUNTING);
    }

    Finding onAll(Invariant.OnData invariant, Looking looking) {
        return judge(invariant, new BsonDocument(), looking);
    }

    /** Whether nothing of the round narrows the search, as far as it is known. */
    static boolean looksEverywhere(Invariant.OnData invariant, Scope round) {
        try {
            return invariant
                    .touched()
                    .map(filter -> filter.renderExtendedJson(round).isEmpty())
                    .orElse(true);
        } catch (CannotRender notOfThisRound) {
            return true;
        }
    }

    Finding onRound(Invariant.OnData invariant, Scope round, Looking looking) {
        try {
            return judge(
                    invariant,
                    invariant
                            .touched()
                            .map(filter -> bson(filter.renderExtendedJson(round)))
                            .orElseGet(BsonDocument::new),
                    looking);
        } catch (CannotRender notOfThisRound) {
            // The round has no such value (an order's rule in a payroll scenario): then nothing narrows the search.
            return onAll(invariant);
        }
    }

    String sawNothing(Invariant.OnData invariant) {
        String where =
                invariant.collection() + " of database " + database.mongo().getName();
        return "The rule " + invariant.name() + " looked at no document, so it decided nothing: "
                + (isEmpty(invariant.collection())
                        ? "there is none in " + where
                                + ". Check the database's name in --mongo (and database: in the system file), and the"
                                + " rule's collection:."
                        : "what it says that a round touched (touched:) met none of those in " + where + ".");
    }

    private boolean isEmpty(String collection) {
        try {
            return database.isLost()
                    || database.mongo()
                                    .getCollection(collection)
                                    .find()
                                    .limit(1)
                                    .first()
                            == null;
        } catch (MongoException e) {
            return true;
        }
    }

    private Finding judge(Invariant.OnData invariant, BsonDocument touched, Looking looking) {
        if (database.isLost()) {
            return new Finding.Unjudged(invariant, lost());
        }
        MongoCollection<Document> collection = database.mongo().getCollection(invariant.collection());
        try {
            Asked<OptionalLong> looked = looked(collection, touched, looking);
            List<JsonNode> offenders = new ArrayList<>();
            collection
                    .aggregate(pipeline(invariant, touched))
                    .map(DataChecks::json)
                    .into(offenders);
            return new Finding.Judged(invariant, looked.answer(), offenders);
        } catch (MongoException e) {
            if (Database.isGone(e)) {
                database.lose();
                return new Finding.Unjudged(invariant, lost());
            }
            return new Finding.Unjudged(invariant, "MongoDB: " + e.getMessage());
        }
    }

    private static Asked<OptionalLong> looked(
            MongoCollection<Document> collection, BsonDocument touched, Looking looking) {
        return switch (looking) {
            case FOR_OFFENDERS -> OptionalLong::empty;
            case AND_COUNTING -> Asked.now(() -> OptionalLong.of(collection.countDocuments(touched)));
        };
    }

    private String lost() {
        return database.description() + " stopped answering";
    }

    private List<Bson> pipeline(Invariant.OnData invariant, BsonDocument touched) {
        List<Bson> stages = new ArrayList<>();
        if (!touched.isEmpty()) {
            stages.add(new Document("$match", touched));
        }
        stages.addAll(violations.computeIfAbsent(
                invariant.violations(),
                read -> read.stream().map(DataChecks::bson).toList()));
        return stages;
    }

    private static BsonDocument bson(JsonNode extendedJson) {
        return BsonDocument.parse(extendedJson.toString());
    }

    private static JsonNode json(Document offender) {
        try {
            return JSON.readTree(offender.toJson(READABLE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("MongoDB's JSON is JSON", e);
        }
    }
}
