package dev.photofinish.misty.stock;

import dev.photofinish.misty.store.FreeForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** What is known of goods that come into stock; the body of {@code POST /api/stock/raw-substrates}. */
record NewLot(
        String clientId,
        String clientName,
        String productId,
        String productCode,
        String productDescription,
        BigDecimal quantityOnHand,
        String sourceOrderId,
        Optional<String> unitOfMeasure,
        Optional<String> sourceJobId,
        Optional<Boolean> isSharedProduct,
        Optional<List<String>> sharedWithClients,
        Optional<Boolean> createdFromExcess,
        Optional<FreeForm> materialSpecifications,
        Optional<Double> materialValueM2,
        Optional<BigDecimal> minimumStockLevel) {

    NewLot {
        Quantity.notNegative("quantity_on_hand", quantityOnHand);
        minimumStockLevel.ifPresent(level -> Quantity.notNegative("minimum_stock_level", level));
    }

    Quantity quantity() {
        return Quantity.notNegative("quantity_on_hand", quantityOnHand);
    }

    /** All fields under their stored names. */
    Document fields() {
        return new Document("client_id", clientId)
                .append("client_name", clientName)
                .append("product_id", productId)
                .append("product_code", productCode)
                .append("product_description", productDescription)
                .append("quantity_on_hand", quantity().stored())
                .append("unit_of_measure", unitOfMeasure.orElse("units"))
                .append("source_order_id", sourceOrderId)
                .append("source_job_id", sourceJobId.orElse(null))
                .append("is_shared_product", isSharedProduct.orElse(false))
                .append("shared_with_clients", sharedWithClients.orElse(List.of()))
                .append("created_from_excess", createdFromExcess.orElse(false))
                .append(
                        "material_specifications",
                        materialSpecifications.map(FreeForm::document).orElse(null))
                .append("material_value_m2", materialValueM2.orElse(null))
                .append(
                        "minimum_stock_level",
                        minimumStockLevel.orElse(BigDecimal.ZERO).doubleValue());
    }
}
