package dev.photofinish.misty.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.photofinish.misty.Contenders;
import dev.photofinish.misty.MistyClient;
import dev.photofinish.misty.MistyClient.Reply;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class UserAdministrationTest {

    private final TestDatabase database;
    private TestMisty misty;

    UserAdministrationTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    private static String body(String username, String email) {
        return "{'username': '" + username + "', 'email': '" + email + "', 'password': 'secret', 'full_name': 'X'}";
    }

    @Test
    void aRegisteredUserCanSignIn() {
        var registered = misty.as("admin").post("/api/auth/register", body("kim", "kim@x.example"));
        var session =
                MistyClient.anonymous(misty.url()).post("/api/auth/login", "{'username': 'kim', 'password': 'secret'}");

        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.body().at("/data").isNull()).isTrue();
        assertThat(session.text("/user/role")).isEqualTo("production_team");
    }

    @Test
    void noAnswerHoldsAHash() {
        String id = misty.as("admin")
                .post("/api/users", body("kim", "kim@x.example"))
                .text("/data/id");
        misty.collection("users").updateOne(Filters.eq("id", id), Updates.set("password_hash", "old"));

        var one = misty.as("admin").get("/api/users/" + id);
        var all = misty.as("production-a").get("/api/users");

        assertThat(one.text("/username")).isEqualTo("kim");
        assertThat(all.body().isArray()).isTrue();
        assertThat(all.body()).hasSize(8);
        assertThat(one.response().body() + all.response().body())
                .doesNotContain("pbkdf2")
                .doesNotContain("hash");
    }

    @Test
    void aTakenNameOrAddressIsRefusedOnCreationAndOnChange() {
        var admin = misty.as("admin");
        String id = admin.post("/api/users", body("kim", "kim@x.example")).text("/data/id");

        assertThat(admin.post("/api/users", body("kim", "other@x.example")).status())
                .isEqualTo(400);
        assertThat(admin.post("/api/auth/register", body("other", "kim@x.example"))
                        .status())
                .isEqualTo(400);
        assertThat(admin.put("/api/users/" + id, "{'username': 'sales-a'}").status())
                .isEqualTo(400);
        assertThat(admin.get("/api/users/" + id).text("/username")).isEqualTo("kim");
    }

    @Test
    void ofManyWhoTakeOneNameOneGetsIt() {
        var admin = misty.as("admin");

        List<Reply> replies = Contenders.together(8, () -> admin.post("/api/users", body("kim", "kim@x.example")));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).isSubsetOf(200, 400);
        assertThat(misty.documents("users", Filters.eq("username", "kim"))).hasSize(1);
    }

    @Test
    void onlyGivenFieldsChange() {
        var admin = misty.as("admin");
        String id = admin.post("/api/users", body("kim", "kim@x.example")).text("/data/id");

        var changed = admin.put("/api/users/" + id, "{'role': 'sales', 'is_active': false}");

        var user = admin.get("/api/users/" + id);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(user.text("/role")).isEqualTo("sales");
        assertThat(user.text("/is_active")).isEqualTo("false");
        assertThat(user.text("/email")).isEqualTo("kim@x.example");
        assertThat(admin.put("/api/users/nobody", "{'role': 'sales'}").status()).isEqualTo(404);
        assertThat(admin.put("/api/users/" + id, "{'role': 'boss'}").text("/detail/0/loc/1"))
                .isEqualTo("role");
        assertThat(admin.put("/api/users/" + id, "{}").status()).isEqualTo(400);
    }

    @Test
    void anAccountIsDeletedButNotOnesOwn() {
        var admin = misty.as("admin");
        String id = admin.post("/api/users", body("kim", "kim@x.example")).text("/data/id");
        String own = admin.get("/api/auth/me").text("/id");

        assertThat(admin.delete("/api/users/" + id).status()).isEqualTo(200);
        assertThat(admin.delete("/api/users/" + id).status()).isEqualTo(404);
        assertThat(admin.get("/api/users/" + id).status()).isEqualTo(404);
        assertThat(admin.delete("/api/users/" + own).status()).isEqualTo(400);
    }

    @Test
    void onesOwnPasswordIsChangedByWhoKnowsIt() {
        var kim = misty.as("sales-a");

        var wrong = kim.post("/api/users/change-password", "{'current_password': 'no', 'new_password': 'new'}");
        var right =
                kim.post("/api/users/change-password", "{'current_password': 'photofinish', 'new_password': 'new'}");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(right.status()).isEqualTo(200);
        var anonymous = MistyClient.anonymous(misty.url());
        assertThat(anonymous
                        .post("/api/auth/login", "{'username': 'sales-a', 'password': 'new'}")
                        .status())
                .isEqualTo(200);
        assertThat(anonymous
                        .post("/api/auth/login", "{'username': 'sales-a', 'password': 'photofinish'}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void ofManyWhoChangeOnePasswordOneSucceeds() {
        var kim = misty.as("sales-a");

        List<Reply> replies = Contenders.together(
                6,
                () -> kim.post(
                        "/api/users/change-password", "{'current_password': 'photofinish', 'new_password': 'new'}"));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).isSubsetOf(200, 400, 409);
    }
}
