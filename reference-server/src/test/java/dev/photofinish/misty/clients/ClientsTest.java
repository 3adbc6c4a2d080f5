package dev.photofinish.misty.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.Given;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.misty.http.Refusal;
import dev.photofinish.misty.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class ClientsTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    ClientsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
        given = new Given(misty);
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    @Test
    void aClientGetsItsDefaults() {
        String id = given.client();

        var client = misty.as("production-a").get("/api/clients/" + id);

        assertThat(client.status()).isEqualTo(200);
        assertThat(client.text("/country")).isEqualTo("Australia");
        assertThat(client.text("/payment_terms")).isEqualTo("Net 30 days");
        assertThat(client.body().at("/lead_time_days").asInt()).isEqualTo(7);
        assertThat(client.body().at("/contacts").isArray()).isTrue();
        assertThat(client.body().has("_id")).isFalse();
        assertThat(misty.as("sales-a").get("/api/clients").text("/0/id")).isEqualTo(id);
    }

    @Test
    void whatIsReplacedAndOmittedIsResetToItsDefault() {
        String id = given.client();
        var sales = misty.as("sales-a");
        String noted = Given.CLIENT_BODY.replace("}", ", 'notes': 'pays late', 'contacts': [{'name': 'Jo'}]}");

        assertThat(sales.put("/api/clients/" + id, noted).status()).isEqualTo(200);
        assertThat(sales.get("/api/clients/" + id).text("/contacts/0/name")).isEqualTo("Jo");
        assertThat(sales.put("/api/clients/" + id, Given.CLIENT_BODY).status()).isEqualTo(200);
        assertThat(sales.get("/api/clients/" + id).body().at("/notes").isNull()).isTrue();
        assertThat(sales.put("/api/clients/none", noted).status()).isEqualTo(404);
    }

    @Test
    void whoSaysWhatTheySawDoesNotOverwriteALaterVersion() {
        String id = given.client();
        var sales = misty.as("sales-a");
        String based = Given.CLIENT_BODY.replace("}", ", 'version': 1}");

        assertThat(sales.put("/api/clients/" + id, based).status()).isEqualTo(200);
        assertThat(sales.put("/api/clients/" + id, based).status()).isEqualTo(409);
        assertThat(sales.send("PUT", "/api/clients/" + id, Given.CLIENT_BODY, Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(200);
        assertThat(sales.send("PUT", "/api/clients/" + id, Given.CLIENT_BODY, Map.of("If-Match", "W/\"2\""))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void fieldsThatDoNotFitAreNamed() {
        var sales = misty.as("sales-a");

        assertThat(sales.post("/api/clients", Given.CLIENT_BODY.replace("'phone': '03', ", ""))
                        .text("/detail/0/loc/1"))
                .isEqualTo("phone");
        assertThat(sales.post("/api/clients", Given.CLIENT_BODY.replace("}", ", 'notes': {'$ne': ''}}"))
                        .text("/detail/0/loc/1"))
                .isEqualTo("notes");
        assertThat(sales.post("/api/clients", Given.CLIENT_BODY.replace("}", ", 'bank_details': {'$where': ''}}"))
                        .text("/detail/0/loc/1"))
                .isEqualTo("bank_details.$where");
    }

    @Test
    void aDeletedClientIsGoneForUsersAndStaysInTheDatabase() {
        String id = given.client();
        var admin = misty.as("admin");

        assertThat(admin.delete("/api/clients/" + id).status()).isEqualTo(200);
        assertThat(admin.get("/api/clients/" + id).status()).isEqualTo(404);
        assertThat(admin.get("/api/clients").body()).isEmpty();
        assertThat(admin.delete("/api/clients/" + id).status()).isEqualTo(404);
        assertThat(misty.document("clients", id).getBoolean("is_active")).isFalse();
    }

    @Test
    void aClientWithAnOpenOrderCannotBeDeleted() {
        String id = given.client();
        var admin = misty.as("admin");
        String order = admin.post("/api/orders", Given.orderBody(id)).text("/data/id");

        assertThat(admin.delete("/api/clients/" + id).status()).isEqualTo(400);

        misty.collection("orders").updateOne(Filters.eq("id", order), Updates.set("status", "completed"));
        assertThat(admin.delete("/api/clients/" + id).status()).isEqualTo(200);
        assertThat(admin.post("/api/orders", Given.orderBody(id)).status()).isEqualTo(404);
    }

    @Test
    void noClientGoesWhileAnOrderComesIn() {
        var admin = misty.as("admin");
        for (int round = 0; round < 20; round++) {
            String id = given.client();
            AtomicInteger turn = new AtomicInteger();

            List<Reply> replies = Contenders.together(
                    4,
                    () -> turn.getAndIncrement() % 2 == 0
                            ? admin.delete("/api/clients/" + id)
                            : admin.post("/api/orders", Given.orderBody(id)));

            assertThat(replies).extracting(Reply::status).isSubsetOf(200, 400, 404);
            boolean active = misty.document("clients", id).getBoolean("is_active");
            assertThat(active
                            || misty.documents("orders", Filters.eq("client_id", id))
                                    .isEmpty())
                    .as("no open order on an inactive client")
                    .isTrue();
        }
    }

    @Test
    void anOrderEnteredBetweenTheLookAndTheWriteKeepsTheClient() {
        String id = given.client();
        var admin = misty.as("admin");
        OpenOrders oneSlipsIn = client -> {
            boolean there =
                    !misty.documents("orders", Filters.eq("client_id", client)).isEmpty();
            if (!there) {
                admin.post("/api/orders", Given.orderBody(client));
            }
            return there;
        };

        try (Store store = misty.store()) {
            Clients clients = new Clients(store, Clock.systemUTC());

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> clients.deactivate(id, oneSlipsIn))
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
        }
        assertThat(misty.document("clients", id).getBoolean("is_active")).isTrue();
    }
}
