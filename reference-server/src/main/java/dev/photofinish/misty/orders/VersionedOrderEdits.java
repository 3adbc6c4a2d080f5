package dev.photofinish.misty.orders;

import dev.photofinish.misty.http.InvalidField;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Optimistic concurrency by field, without a lock. Each order remembers for each field which version last changed it. An
 * edit of a version that is no longer the current one is kept beside the changes made since, if those were to other fields;
 * otherwise it is refused with the fields' names and the order as it is now. What is written is always one conditional
 * update of exactly the version that was judged.
 */
public final class VersionedOrderEdits implements OrderEdits {

    /** Every further try means that another edit succeeded in between. */
    private static final int TRIES = 50;

    private final Orders orders;

    public VersionedOrderEdits(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Order apply(String id, OrderEdit edit) {
        long seen = edit.seen()
                .orElseThrow(() -> Refusal.preconditionRequired(
                        "Say which version of the order you saw: in the field version, or in the header If-Match"));
        Optional<Order> first = edit.changesTotals() ? Optional.empty() : orders.editAt(id, seen, edit.changes(), edit);
        return first.orElseGet(() -> merge(id, edit, seen));
    }

    private Order merge(String id, OrderEdit edit, long seen) {
        for (int tries = 0; tries < TRIES; tries++) {
            Order current = orders.required(id);
            if (seen > current.version()) {
                throw new InvalidField("version", "is newer than the order, which is at " + current.version());
            }
            List<String> conflicts = edit.conflictsWith(current, seen);
            if (!conflicts.isEmpty()) {
                throw conflict(conflicts, current);
            }
            Optional<Order> merged = orders.editAt(id, current.version(), edit.changesOf(current), edit);
            if (merged.isPresent()) {
                return merged.get();
            }
        }
        throw Refusal.conflict("The order is being changed by others faster than this edit can be applied; try again");
    }

    private static Refusal conflict(List<String> fields, Order current) {
        String message = "Changed by somebody else since you saw the order: " + String.join(", ", fields);
        return Refusal.conflict(
                message,
                Map.of("message", message, "conflicts", fields, "current", Documents.shown(current.document())));
    }
}
