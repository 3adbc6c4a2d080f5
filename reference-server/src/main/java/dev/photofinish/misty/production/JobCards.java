package dev.photofinish.misty.production;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.auth.Caller;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What the hall writes down about a job, in {@code job_cards}: free-form, with id, version, saved_at and saved_by. */
final class JobCards {

    private static final String COLLECTION = "job_cards";
    private static final int CAP = 100;

    private final MongoCollection<Document> cards;
    private final InstantSource clock;

    JobCards(Store store, InstantSource clock) {
        this.cards = store.collection(COLLECTION);
        this.clock = clock;
        store.unique(COLLECTION, "id");
    }

    /**
     * Inserts the card and answers its id, which is the caller's if there is one.
     *
     * @throws Refusal 409 if there is a card of that id
     */
    String create(Document content, Caller by) {
        String id = content.get("id") instanceof String own
                ? own
                : UUID.randomUUID().toString();
        Document card = new Document(content).append("id", id).append("version", 1L);
        card.putAll(stamp(by));
        try {
            cards.insertOne(card);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw Refusal.conflict("There is a job card " + id + " already");
            }
            throw e;
        }
        return id;
    }

    FindIterable<Document> ofOrder(String orderId) {
        return newestFirst(eq("order_id", orderId));
    }

    /** The cards with the text in what names the order, the client or the product. */
    FindIterable<Document> search(String text) {
        Pattern pattern = Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE);
        return newestFirst(Filters.or(List.of("order_id", "order_number", "client_name", "product_name").stream()
                .map(field -> Filters.regex(field, pattern))
                .toList()));
    }

    /**
     * Sets the fields. With a version, only if that is still the card's.
     *
     * @throws Refusal 404; 409 if somebody else changed the card since
     */
    void change(String id, Document fields, Optional<Long> seenVersion, Caller by) {
        List<Bson> assignments = new ArrayList<>();
        fields.forEach((field, value) -> assignments.add(Updates.set(field, value)));
        stamp(by).forEach((field, value) -> assignments.add(Updates.set(field, value)));
        assignments.add(Updates.inc("version", 1L));
        Bson card = seenVersion
                .map(version -> and(eq("id", id), eq("version", version)))
                .orElse(eq("id", id));
        if (cards.updateOne(card, Updates.combine(assignments)).getMatchedCount() == 0) {
            Document current = Optional.ofNullable(cards.find(eq("id", id)).first())
                    .orElseThrow(() -> Refusal.notFound("Job card"));
            throw Refusal.conflict("The job card has been changed since: it is version " + current.get("version"));
        }
    }

    private FindIterable<Document> newestFirst(Bson filter) {
        return cards.find(filter).sort(Sorts.descending("saved_at")).limit(CAP);
    }

    private Document stamp(Caller by) {
        return new Document("saved_at", Date.from(clock.instant())).append("saved_by", by.userId());
    }
}
