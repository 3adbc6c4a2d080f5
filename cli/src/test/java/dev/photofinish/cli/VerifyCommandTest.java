package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EveryEngine
class VerifyCommandTest {

    private final TestDatabase database;

    VerifyCommandTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void cleanDataHolds(@TempDir Path folder) {
        database.collection("orders").insertMany(List.of(order("1", "ADM-2026-0001"), order("2", "ADM-2026-0002")));
        Path page = folder.resolve("data.html");

        CommandRun run = CommandRun.of("verify", "--mongo", Misty.address(database), "--html", page.toString());

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains("order-numbers-unique", "held");
        assertThat(page).content().contains("order-numbers-unique");
    }

    @Test
    void whatBreaksARuleIsNamedById() {
        database.collection("orders")
                .insertMany(List.of(order("first", "ADM-2026-0001"), order("twin", "ADM-2026-0001")));
        database.collection("raw_substrate_stock")
                .insertOne(new Document("id", "lot-below-zero").append("quantity_on_hand", -3.0));

        CommandRun run = CommandRun.of("verify", "--mongo", Misty.address(database));

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        assertThat(run.out()).contains("order-numbers-unique", "violated", "first", "twin", "lot-below-zero");
    }

    @Test
    void nothingIsWritten() {
        database.collection("orders")
                .insertMany(List.of(order("first", "ADM-2026-0001"), order("twin", "ADM-2026-0001")));
        Map<String, List<Document>> before = everything();

        CommandRun.of("verify", "--mongo", Misty.address(database));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void invariantsOnAnswersNeedOnlyTheApi(@TempDir Path folder) throws IOException {
        Path system = Files.writeString(folder.resolve("misty.yaml"), """
                system: misty
                api: http://127.0.0.1:1
                login:
                  request: POST /api/auth/login
                  body: { username: "{{user.name}}", password: "{{user.password}}" }
                  token: /access_token
                users: { admin: [ { name: admin, password: admin } ] }
                operations: { list-users: { request: GET /api/users } }
                invariants:
                  no-admins: { as: admin, call: list-users, violations: "body.filter(u, u.role == 'admin')" }
                """);
        try (Misty misty = Misty.right(database)) {
            CommandRun run = CommandRun.of("verify", "--system", system.toString(), "--url", misty.url());

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
            assertThat(run.out()).contains("no-admins", "VIOLATED", "\"username\":\"admin\"");
        }
    }

    private Map<String, List<Document>> everything() {
        Map<String, List<Document>> documents = new TreeMap<>();
        for (String collection : database.database().listCollectionNames()) {
            documents.put(collection, database.collection(collection).find().into(new ArrayList<>()));
        }
        return documents;
    }

    private static Document order(String id, String number) {
        return new Document("id", id).append("order_number", number).append("current_stage", "order_entered");
    }
}
