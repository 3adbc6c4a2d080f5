package dev.photofinish.misty.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Writes that belong to one atomic change of one document but land in other documents (the transactional outbox pattern,
 * C. Richardson, Microservices Patterns, 2018, ch. 3), so that no transaction is needed: a NAS runs a standalone server.
 *
 * <pre>
 *   lot {on hand 100}  ──one atomic update──▶  lot {on hand 20, outbox [movement −80]}
 *                                                   │ deliver: insert the movement if it is not there
 *                                                   ▼
 *                                              lot {on hand 20, outbox []}
 * </pre>
 *
 * The change and its consequences are decided together or not at all. Whoever touches the document next, or the server's
 * next start, delivers what an interrupted request left. Every delivery can be repeated without effect, so that two may run
 * at once.
 */
public final class Outbox {

    /** The field in the document that was changed. All fields whose names begin with it are bookkeeping. */
    public static final String FIELD = "outbox";

    /** Which increments a document has had. */
    static final String APPLIED = FIELD + "_applied";

    /** Deliveries are repeated within moments if at all; the memory of them need not be longer. */
    private static final int REMEMBERED = 500;

    private final Store store;
    private final Numbers numbers;

    public Outbox(Store store) {
        this.store = store;
        this.numbers = new Numbers(store);
    }

    /** The entry that will insert the document (which has an {@code id}) into the collection. */
    public static Document insert(String collection, Document document) {
        return new Document("kind", "insert")
                .append("id", UUID.randomUUID().toString())
                .append("collection", collection)
                .append("document", document);
    }

    /**
     * The same, for an update that finds out only by itself which document it changes: the inserted document gets that
     * document's {@code id} in the given field.
     */
    public static Document insertLinked(String collection, Document document, String linkField) {
        return insert(collection, document).append("link", linkField);
    }

    /** The entry that will add the amounts to fields of the document with that {@code id}, exactly once. */
    public static Document increment(String collection, String id, Map<String, ? extends Number> amounts) {
        return new Document("kind", "increment")
                .append("id", UUID.randomUUID().toString())
                .append("collection", collection)
                .append("target", id)
                .append("amounts", new Document(Map.copyOf(amounts)));
    }

    /**
     * The entry that will insert the document under a running number. The number is taken at the delivery, when the change
     * has been won, so that a refused request leaves no hole; it is kept in the changed document before the insert, so that
     * an interrupted delivery goes on with the same one. Clients do not see it there: they would see the change without it
     * for a moment.
     */
    public static Document insertNumbered(String collection, Document document, Numbering numbering) {
        return insert(collection, document).append("numbering", numbering.asDocument());
    }

    /** The entry that will set the fields in every document with these values; to do it again changes nothing. */
    public static Document assign(String collection, Document where, Document fields) {
        return new Document("kind", "assign")
                .append("id", UUID.randomUUID().toString())
                .append("collection", collection)
                .append("where", where)
                .append("fields", fields);
    }

    /** Whether a field of a document is bookkeeping, which is neither shown to clients nor copied into other documents. */
    public static boolean keeps(String field) {
        return field.startsWith(FIELD);
    }

    /** The part of an atomic update that puts the entries into the changed document. */
    public static Bson put(List<Document> entries) {
        return Updates.pushEach(FIELD, entries);
    }

    /**
     * Delivers everything that waits in the document, as it was returned by the update that changed it.
     *
     * @return whether the document was still there afterwards; somebody may have deleted it meanwhile
     */
    public boolean deliver(String collection, Document changed) {
        boolean there = true;
        Document owner = new Document(changed);
        for (Document entry : changed.getList(FIELD, Document.class, List.of())) {
            apply(entry, collection, owner);
            there = store.collection(collection)
                            .updateOne(
                                    Filters.eq("_id", changed.get("_id")),
                                    Updates.pull(FIELD, new Document("id", entry.getString("id"))))
                            .getMatchedCount()
                    > 0;
        }
        return there;
    }

    /** Delivers what interrupted requests left in the collection; the server's start calls it. */
    public void deliverAll(String collection) {
        for (Document document : store.collection(collection).find(Filters.exists(FIELD + ".0"))) {
            deliver(collection, document);
        }
    }

    private void apply(Document entry, String collection, Document owner) {
        MongoCollection<Document> target = store.collection(entry.getString("collection"));
        switch (entry.getString("kind")) {
            case "insert" -> insertOnce(target, document(entry, collection, owner));
            case "increment" -> incrementOnce(target, entry);
            case "assign" ->
                target.updateMany(
                        entry.get("where", Document.class), new Document("$set", entry.get("fields", Document.class)));
            default -> throw new IllegalStateException("The outbox has an entry of unknown kind: " + entry.toJson());
        }
    }

    /** The entry's document with what only the changed one can say: its id, a running number. */
    private Document document(Document entry, String collection, Document owner) {
        Document document = new Document(entry.get("document", Document.class));
        if (entry.containsKey("link")) {
            document.append(entry.getString("link"), owner.get("id"));
        }
        if (entry.containsKey("numbering")) {
            Numbering numbering = Numbering.of(entry.get("numbering", Document.class));
            owner.computeIfAbsent(kept(numbering), field -> take(collection, owner, numbering));
            numbering.fill(document, owner.getString(kept(numbering)));
        }
        return document;
    }

    /** The next number, or the one that another delivery of the same document took meanwhile: then this one is a hole. */
    private String take(String collection, Document owner, Numbering numbering) {
        String taken = String.format(Locale.ROOT, numbering.format(), numbers.next(numbering.sequence()));
        Bson document = Filters.eq("_id", owner.get("_id"));
        UpdateResult kept = store.collection(collection)
                .updateOne(
                        Filters.and(document, Filters.eq(kept(numbering), null)), Updates.set(kept(numbering), taken));
        if (kept.getMatchedCount() > 0) {
            return taken;
        }
        Document now = store.collection(collection).find(document).first();
        return now == null ? taken : now.getString(kept(numbering));
    }

    private static String kept(Numbering numbering) {
        return FIELD + "_" + numbering.base();
    }

    /**
     * Relies on the collection's unique index on {@code id}. A duplicate that is not there when looked for was either
     * deleted in between (with the lot it belongs to), and then the second insert succeeds, or it is a duplicate of something
     * else, and then that fails for good.
     */
    private static void insertOnce(MongoCollection<Document> target, Document document) {
        if (!insertedOrThere(target, document)) {
            target.insertOne(document);
        }
    }

    private static boolean insertedOrThere(MongoCollection<Document> target, Document document) {
        try {
            target.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return target.find(Filters.eq("id", document.get("id"))).first() != null;
        }
    }

    private static void incrementOnce(MongoCollection<Document> target, Document entry) {
        List<Bson> increments = entry.get("amounts", Document.class).entrySet().stream()
                .map(amount -> Updates.inc(amount.getKey(), (Number) amount.getValue()))
                .toList();
        target.updateOne(
                Filters.and(Filters.eq("id", entry.getString("target")), Filters.ne(APPLIED, entry.getString("id"))),
                Updates.combine(
                        Updates.combine(increments),
                        Updates.pushEach(
                                APPLIED, List.of(entry.getString("id")), new PushOptions().slice(-REMEMBERED))));
    }
}
