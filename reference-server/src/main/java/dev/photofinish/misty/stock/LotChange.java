package dev.photofinish.misty.stock;

import dev.photofinish.misty.store.FreeForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** What is corrected about a lot: the fields that are given; the body of {@code PUT /api/stock/raw-substrates/{id}}. */
record LotChange(
        Optional<BigDecimal> quantityOnHand,
        Optional<BigDecimal> minimumStockLevel,
        Optional<Boolean> isSharedProduct,
        Optional<List<String>> sharedWithClients,
        Optional<FreeForm> materialSpecifications,
        Optional<String> notes) {

    LotChange {
        quantityOnHand.ifPresent(quantity -> Quantity.notNegative("quantity_on_hand", quantity));
        minimumStockLevel.ifPresent(level -> Quantity.notNegative("minimum_stock_level", level));
    }

    Optional<Quantity> counted() {
        return quantityOnHand.map(quantity -> Quantity.notNegative("quantity_on_hand", quantity));
    }

    /** The given fields under their stored names, without the quantity. */
    Document fields() {
        Document fields = new Document();
        minimumStockLevel.ifPresent(level -> fields.append("minimum_stock_level", level.doubleValue()));
        isSharedProduct.ifPresent(shared -> fields.append("is_shared_product", shared));
        sharedWithClients.ifPresent(clients -> fields.append("shared_with_clients", clients));
        materialSpecifications.ifPresent(specs -> fields.append("material_specifications", specs.document()));
        notes.ifPresent(text -> fields.append("notes", text));
        return fields;
    }
}
