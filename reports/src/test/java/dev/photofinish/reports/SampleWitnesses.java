package dev.photofinish.reports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Rounds that went wrong, as a race would have recorded them. */
public final class SampleWitnesses {

    private SampleWitnesses() {}

    public static Witness oversell() {
        return new Witness(
                3,
                Verdict.VIOLATED,
                List.of(
                        new Evidence("accepted: 1", "Both were told yes: 160 granted of 100.", ""),
                        new Evidence(
                                "stock-conserved",
                                "Stock entry 5f0c says 20 on hand, its movements add up to -60.",
                                "{\"id\":\"5f0c21d4\",\"quantity_on_hand\":20.0,\"moved\":-160.0}")),
                List.of(
                        new Lane(
                                "A",
                                "sales-a",
                                List.of(answered(
                                        "allocate-stock",
                                        "POST /api/stock/allocate",
                                        0,
                                        1_184,
                                        1_204,
                                        200,
                                        Outcome.ACCEPTED,
                                        "{\"success\":true,\"data\":{\"allocated_quantity\":80.0,\"remaining_stock\":20.0,"
                                                + "\"movement_id\":\"0b2f\"}}"))),
                        new Lane(
                                "B",
                                "sales-b",
                                List.of(answered(
                                        "allocate-stock",
                                        "POST /api/stock/allocate",
                                        4,
                                        1_271,
                                        1_292,
                                        200,
                                        Outcome.ACCEPTED,
                                        "{\"success\":true,\"data\":{\"allocated_quantity\":80.0,\"remaining_stock\":20.0,"
                                                + "\"movement_id\":\"77ac\"}}")))),
                "photofinish race concurrent-stock-allocation --seed 4711 --round 3 --url http://127.0.0.1:41873");
    }

    /** Two requests a contender. */
    public static Witness lostEdit() {
        String order = "{\"id\":\"a1f9\",\"order_number\":\"ADM-2026-0042\",\"quantity\":1000,\"version\":1}";
        return new Witness(
                1,
                Verdict.VIOLATED,
                List.of(new Evidence(
                        "both preserved, or conflict warned",
                        "A and B were both accepted, but quantity is 1000 where A had set 5000.",
                        order)),
                List.of(
                        new Lane(
                                "A",
                                "sales-a",
                                List.of(
                                        answered(
                                                "get-order",
                                                "GET /api/orders/a1f9",
                                                0,
                                                612,
                                                640,
                                                200,
                                                Outcome.ACCEPTED,
                                                order),
                                        answered(
                                                "update-order",
                                                "PUT /api/orders/a1f9",
                                                905,
                                                2_410,
                                                2_433,
                                                200,
                                                Outcome.ACCEPTED,
                                                "{\"success\":true,\"message\":\"Order updated\"}"))),
                        new Lane(
                                "B",
                                "sales-b",
                                List.of(
                                        answered(
                                                "get-order",
                                                "GET /api/orders/a1f9",
                                                3,
                                                655,
                                                700,
                                                200,
                                                Outcome.ACCEPTED,
                                                order),
                                        answered(
                                                "update-order",
                                                "PUT /api/orders/a1f9",
                                                908,
                                                2_702,
                                                2_730,
                                                200,
                                                Outcome.ACCEPTED,
                                                "{\"success\":true,\"message\":\"Order updated\"}")))),
                "photofinish race simultaneous-order-editing --seed 4711 --round 1 --url http://127.0.0.1:41873");
    }

    /** Five contenders: two accepted, one refused, one failed, one without any answer. */
    public static Witness manyInvoices() {
        String generate = "generate-invoice";
        String request = "POST /api/invoicing/generate/a1f9";
        return new Witness(
                17,
                Verdict.VIOLATED,
                List.of(
                        new Evidence(
                                "one-full-invoice-an-order",
                                "Order a1f9 has 2 full invoices: INV-0007 and INV-0008.",
                                "{\"order\":\"a1f9\",\"invoices\":[\"INV-0007\",\"INV-0008\"],\"kunde\":\"Grüße & Söhne – 株式会社\"}")),
                List.of(
                        new Lane(
                                "A",
                                "admin",
                                List.of(answered(
                                        generate,
                                        request,
                                        0,
                                        4_120,
                                        4_390,
                                        200,
                                        Outcome.ACCEPTED,
                                        "{\"invoice_number\":\"INV-0007\"}"))),
                        new Lane(
                                "B",
                                "manager-with-a-rather-long-user-name",
                                List.of(answered(
                                        generate,
                                        request,
                                        2,
                                        3_870,
                                        4_204,
                                        200,
                                        Outcome.ACCEPTED,
                                        "{\"invoice_number\":\"INV-0008\"}"))),
                        new Lane(
                                "C",
                                "manager-2",
                                List.of(answered(
                                        generate,
                                        request,
                                        5,
                                        6_950,
                                        6_990,
                                        409,
                                        Outcome.REFUSED,
                                        "{\"detail\":\"Order a1f9 is already invoiced\"}"))),
                        new Lane(
                                "D",
                                "manager-3",
                                List.of(answered(
                                        generate,
                                        request,
                                        7,
                                        7_420,
                                        7_460,
                                        500,
                                        Outcome.FAILED,
                                        "Internal Server Error"))),
                        new Lane(
                                "E",
                                "manager-4",
                                List.of(new Exchange(
                                        generate,
                                        request,
                                        Optional.empty(),
                                        9,
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        OptionalInt.empty(),
                                        Outcome.FAILED,
                                        "No answer within 10 s.")))),
                "photofinish race rapid-invoice-generation --seed 4711 --round 17 --url http://127.0.0.1:41873");
    }

    public static Exchange answered(
            String operation,
            String request,
            long released,
            long firstByte,
            long lastByte,
            int status,
            Outcome outcome,
            String answer) {
        return new Exchange(
                operation,
                request,
                Optional.of("{\"product_id\":\"p-1\",\"client_id\":\"c-1\",\"quantity\":80}"),
                released,
                OptionalLong.of(firstByte),
                OptionalLong.of(lastByte),
                OptionalInt.of(status),
                outcome,
                answer);
    }
}
