package dev.photofinish.misty.orders;

import dev.photofinish.misty.http.InvalidField;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Everything a user can say about an order; the body of both entering one and editing one. What each of the two requires or
 * refuses is theirs to say.
 *
 * @param version the version that an edit is based on
 */
record OrderBody(
        Optional<String> clientId,
        Optional<DueDate> dueDate,
        Optional<List<Item>> items,
        Optional<String> purchaseOrderNumber,
        Optional<Double> discountPercentage,
        Optional<String> discountNotes,
        Optional<Priority> priority,
        Optional<String> deliveryAddress,
        Optional<String> deliveryInstructions,
        Optional<String> runtimeEstimate,
        Optional<String> notes,
        Optional<Long> quantity,
        Optional<String> clientContact,
        Optional<Long> version) {

    private static final double WHOLE_PERCENT = 100;

    OrderBody {
        quantity.ifPresent(amount -> InvalidField.positive("quantity", amount));
        discountPercentage.ifPresent(percent -> {
            if (InvalidField.notNegative("discount_percentage", percent) > WHOLE_PERCENT) {
                throw new InvalidField("discount_percentage", "must be at most 100, was " + percent);
            }
        });
    }

    /** The given fields under their stored names, without the client and the version. */
    Document fields() {
        Document fields = new Document();
        dueDate.ifPresent(date -> fields.append("due_date", date.stored()));
        items.ifPresent(
                lines -> fields.append("items", lines.stream().map(Item::stored).toList()));
        purchaseOrderNumber.ifPresent(text -> fields.append("purchase_order_number", text));
        discountPercentage.ifPresent(percent -> fields.append("discount_percentage", percent));
        discountNotes.ifPresent(text -> fields.append("discount_notes", text));
        priority.ifPresent(urgency -> fields.append("priority", urgency.id()));
        deliveryAddress.ifPresent(text -> fields.append("delivery_address", text));
        deliveryInstructions.ifPresent(text -> fields.append("delivery_instructions", text));
        runtimeEstimate.ifPresent(text -> fields.append("runtime_estimate", text));
        notes.ifPresent(text -> fields.append("notes", text));
        quantity.ifPresent(amount -> fields.append("quantity", amount));
        clientContact.ifPresent(text -> fields.append("client_contact", text));
        return fields;
    }
}
