package dev.photofinish.misty.orders;

import dev.photofinish.misty.http.InvalidField;
import dev.photofinish.misty.store.FreeForm;
import java.util.Optional;
import org.bson.Document;

/** One line of an order. The price of the line is the caller's: discounts and minimum charges are agreed elsewhere. */
record Item(
        String productId,
        String productName,
        int quantity,
        double unitPrice,
        double totalPrice,
        Optional<FreeForm> specifications,
        Optional<Boolean> isCompleted,
        Optional<Double> allocatedStock,
        Optional<Double> remainingToProduce) {

    Item {
        InvalidField.positive("quantity", quantity);
        InvalidField.notNegative("unit_price", unitPrice);
        InvalidField.notNegative("total_price", totalPrice);
        allocatedStock.ifPresent(amount -> InvalidField.notNegative("allocated_stock", amount));
        remainingToProduce.ifPresent(amount -> InvalidField.notNegative("remaining_to_produce", amount));
    }

    Document stored() {
        return new Document("product_id", productId)
                .append("product_name", productName)
                .append("quantity", quantity)
                .append("unit_price", unitPrice)
                .append("total_price", totalPrice)
                .append("specifications", specifications.map(FreeForm::document).orElse(null))
                .append("is_completed", isCompleted.orElse(false))
                .append("allocated_stock", allocatedStock.orElse(null))
                .append("remaining_to_produce", remainingToProduce.orElse(null));
    }
}
