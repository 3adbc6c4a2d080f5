package dev.photofinish.misty.production;

import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.InvalidField;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.store.Documents;
import dev.photofinish.misty.store.FreeForm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** The job cards over HTTP. */
final class JobCardEndpoints {

    private static final Set<String> OURS = Set.of("id", "_id", "version", "saved_at", "saved_by");

    private final JobCards cards;

    JobCardEndpoints(JobCards cards) {
        this.cards = cards;
    }

    void addTo(Routes routes) {
        routes.post("/api/production/job-cards", Gate.WORKING, this::create);
        routes.get("/api/production/job-cards/order/{order}", Gate.WORKING, this::ofOrder);
        routes.get("/api/production/job-cards/search", Gate.WORKING, this::search);
        routes.put("/api/production/job-cards/{id}", Gate.WORKING, this::change);
    }

    private Answer create(Call call) {
        Document card = call.body(FreeForm.class).document();
        if (card.containsKey("id") && !(card.get("id") instanceof String id && !id.isBlank())) {
            throw new InvalidField("id", "must be a text that is not empty");
        }
        return Answer.ok("Job card saved", Map.of("job_card_id", cards.create(card, call.caller())));
    }

    private Answer ofOrder(Call call) {
        return Answer.ok("Job cards of the order", Documents.shown(cards.ofOrder(call.path("order"))));
    }

    private Answer search(Call call) {
        return Answer.ok("Job cards", Documents.shown(cards.search(call.requiredQuery("query"))));
    }

    /** The body's {@code id} must be the path's, its {@code version} or If-Match the card's if there is one. */
    private Answer change(Call call) {
        Document fields = new Document(call.body(FreeForm.class).document());
        if (fields.containsKey("id") && !call.path("id").equals(fields.get("id"))) {
            throw new InvalidField("id", "must be " + call.path("id") + ", the card's, was " + fields.get("id"));
        }
        Optional<Long> version = call.seenVersion(version(fields));
        fields.keySet().removeAll(OURS);
        cards.change(call.path("id"), fields, version, call.caller());
        return Answer.ok("Job card updated");
    }

    private static Optional<Long> version(Document fields) {
        return switch (fields.get("version")) {
            case null -> Optional.empty();
            case Integer version -> Optional.of(version.longValue());
            case Long version -> Optional.of(version);
            default -> throw new InvalidField("version", "must be a whole number, was " + fields.get("version"));
        };
    }
}
