package dev.photofinish.misty.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.MistyClient;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class JobCardsTest {

    private static final String PATH = "/api/production/job-cards";

    private final TestDatabase database;
    private TestMisty misty;
    private MistyClient client;

    JobCardsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
        client = misty.as("production-a");
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    @Test
    void aCardIsSavedAndFoundByOrder() {
        String id = client.post(PATH, "{'order_id': 'o-1', 'machine': {'speed': 120}}")
                .text("/data/job_card_id");

        var found = client.get(PATH + "/order/o-1");

        assertThat(found.text("/data/0/id")).isEqualTo(id);
        assertThat(found.text("/data/0/machine/speed")).isEqualTo("120");
        assertThat(found.body().at("/data/0").has("saved_at")).isTrue();
        assertThat(client.get(PATH + "/order/o-2").body().at("/data")).isEmpty();
    }

    @Test
    void theClientsIdWinsOnce() {
        var replies = Contenders.together(5, () -> client.post(PATH, "{'id': 'card-1', 'order_id': 'o-1'}"));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(409);
        assertThat(client.post(PATH, "{'id': 7}").status()).isEqualTo(422);
    }

    @Test
    void aSearchTakesItsTextLiterally() {
        client.post(PATH, "{'order_id': 'o-1', 'client_name': 'Paper & Co. (West)'}");

        assertThat(client.get(PATH + "/search?query=co.%20(we").body().at("/data"))
                .hasSize(1);
        assertThat(client.get(PATH + "/search?query=.*").body().at("/data")).isEmpty();
        assertThat(client.get(PATH + "/search").status()).isEqualTo(422);
    }

    @Test
    void aChangeOfAVersionThatIsOldIsRefused() {
        client.post(PATH, "{'id': 'card-1', 'order_id': 'o-1'}");

        var replies = Contenders.together(6, () -> client.put(PATH + "/card-1", "{'waste': 3, 'version': 1}"));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(409);
        assertThat(client.put(PATH + "/card-1", "{'waste': 4}").status()).isEqualTo(200);
        assertThat(client.put(PATH + "/card-2", "{'waste': 4}").status()).isEqualTo(404);
        assertThat(client.get(PATH + "/order/o-1").text("/data/0/waste")).isEqualTo("4");
        assertThat(client.get(PATH + "/order/o-1").text("/data/0/version")).isEqualTo("3");
    }
}
