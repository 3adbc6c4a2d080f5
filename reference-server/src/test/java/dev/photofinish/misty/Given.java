package dev.photofinish.misty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.MistyClient.Reply;
import java.util.UUID;

/** What tests take as given: clients, lots and orders, made through the API by the administrator. */
public final class Given {

    public static final String CLIENT_BODY =
            "{'company_name': 'Converter Pty Ltd', 'address': '1 Paper St', 'city': 'Ballarat', 'state': 'VIC',"
                    + " 'postal_code': '3350', 'phone': '03', 'email': 'office@converter.example'}";

    private final MistyClient admin;

    public Given(TestMisty misty) {
        this.admin = misty.as("admin");
    }

    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** An active client's id. */
    public String client() {
        return id(admin.post("/api/clients", CLIENT_BODY));
    }

    /** The id of a lot of that product for client {@code c}. */
    public String lot(String product, String quantity) {
        return id(admin.post("/api/stock/raw-substrates", lotBody(product, quantity)));
    }

    public static String lotBody(String product, String quantity) {
        return "{'client_id': 'c', 'client_name': 'C', 'product_id': '" + product + "', 'product_code': 'P',"
                + " 'product_description': 'Paper core', 'quantity_on_hand': " + quantity
                + ", 'source_order_id': 'o'}";
    }

    public static String allocationBody(String product, String quantity, String reference) {
        return "{'product_id': '" + product + "', 'client_id': 'c', 'quantity': " + quantity + ", 'order_reference': '"
                + reference + "'}";
    }

    /** The id of an order of one line of 100.00. */
    public String order() {
        return id(admin.post("/api/orders", orderBody(client())));
    }

    public static String orderBody(String client) {
        return "{'client_id': '" + client + "', 'due_date': '2026-12-01', 'items': [" + itemBody("100.0") + "]}";
    }

    public static String itemBody(String totalPrice) {
        return "{'product_id': 'p', 'product_name': 'Paper core', 'quantity': 10, 'unit_price': 10.0, 'total_price': "
                + totalPrice + "}";
    }

    private static String id(Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return reply.text("/data/id");
    }
}
