package dev.photofinish.misty.orders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * What a user changes of an order: the fields that are given.
 *
 * @param changes the fields' new values under their stored names
 * @param seen the version that the user saw
 */
public record OrderEdit(Document changes, Optional<Long> seen) {

    private static final List<String> NEVER_EMPTY = List.of("due_date", "items", "discount_percentage");

    /** @throws InvalidField naming a field that cannot be changed, or not to that value */
    static OrderEdit of(Call call) {
        OrderBody body = call.body(OrderBody.class);
        if (body.clientId().isPresent()) {
            throw new InvalidField("client_id", "cannot be changed");
        }
        Document changes = body.fields();
        call.bodyObject().properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry<String, JsonNode>::getKey)
                .forEach(field -> changes.append(emptied(field), null));
        changes.remove(Order.VERSION);
        if (changes.isEmpty()) {
            throw new InvalidField("", "must name at least one field to change");
        }
        return new OrderEdit(changes, call.seenVersion(body.version()));
    }

    /** Whether the order's totals must be computed anew, from fields that this edit may not bring itself. */
    boolean changesTotals() {
        return changes.keySet().stream().anyMatch(Totals.INPUTS::contains);
    }

    /** The fields of this edit, or behind the same totals, that were changed after the version. */
    List<String> conflictsWith(Order current, long version) {
        Stream<String> behindTotals = changesTotals() ? Totals.INPUTS.stream() : Stream.of();
        return Stream.concat(changes.keySet().stream(), behindTotals)
                .distinct()
                .filter(field -> current.fieldVersion(field) > version)
                .toList();
    }

    /** What changes of this order, totals included. */
    Document changesOf(Order order) {
        Document changed = new Document(changes);
        if (changesTotals()) {
            Document merged = new Document(order.document());
            merged.putAll(changes);
            changed.putAll(Totals.of(merged).fields());
        }
        return changed;
    }

    private static String emptied(String field) {
        if (NEVER_EMPTY.contains(field)) {
            throw new InvalidField(field, "cannot be emptied");
        }
        return field;
    }
}
