package dev.photofinish.misty;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private MongoServer mongo;
    private MistyServer server;

    @BeforeEach
    void start() {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind("127.0.0.1", 0);
        server = MistyServer.start(MistySettings.local(mongo.getConnectionString(), "misty"));
    }

    @AfterEach
    void stop() {
        server.close();
        mongo.shutdown();
    }

    @Test
    void aSeededUserSignsInAndIsKnown() {
        var reply = MistyClient.signedIn(server.url(), "sales-a").get("/api/auth/me");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/username")).isEqualTo("sales-a");
        assertThat(reply.text("/role")).isEqualTo("sales");
    }

    @Test
    void aWrongPasswordIsRefused() {
        var reply = MistyClient.anonymous(server.url())
                .post("/api/auth/login", "{'username': 'sales-a', 'password': 'wrong'}");

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void aFieldOfTheWrongTypeIsRefusedByName() {
        var reply = MistyClient.anonymous(server.url())
                .post("/api/auth/login", "{'username': {'$ne': ''}, 'password': 'x'}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("/detail/0/loc/1")).isEqualTo("username");
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        var reply = MistyClient.anonymous(server.url())
                .post("/api/auth/login", "{'username': 'admin', 'password': 'admin', 'remember': true}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("/detail/0/loc/1")).isEqualTo("remember");
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        var session = MistyClient.anonymous(server.url())
                .post("/api/auth/login", "{'username': 'admin', 'password': 'admin'}");

        var refreshed = MistyClient.anonymous(server.url())
                .post("/api/auth/refresh?refresh_token=" + session.text("/refresh_token"), "");
        var abused = MistyClient.anonymous(server.url())
                .send(
                        "GET",
                        "/api/auth/me",
                        "",
                        java.util.Map.of("Authorization", "Bearer " + session.text("/refresh_token")));

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.text("/refresh_token")).isEqualTo(session.text("/refresh_token"));
        assertThat(abused.status()).isEqualTo(401);
    }
}
