package dev.photofinish.misty;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract's matrix: which role passes which gate. What is behind the gate is another test's matter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

    private final Map<String, MistyClient> users = new ConcurrentHashMap<>();
    private MongoServer mongo;
    private TestMisty misty;

    @BeforeAll
    void start() {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind("127.0.0.1", 0);
        misty = TestMisty.on(mongo.getConnectionString());
    }

    @AfterAll
    void stop() {
        misty.close();
        mongo.shutdown();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // method and path                    | admin | manager | production_manager | sales | production_team
                "GET    /api/users                     | y | y | y | y | y",
                "GET    /api/users/x                   | y | n | n | n | n",
                "POST   /api/users                     | y | n | n | n | n",
                "PUT    /api/users/x                   | y | n | n | n | n",
                "DELETE /api/users/x                   | y | n | n | n | n",
                "POST   /api/auth/register             | y | n | n | n | n",
                "GET    /api/clients                   | y | y | y | y | y",
                "GET    /api/clients/x                 | y | y | y | y | y",
                "POST   /api/clients                   | y | n | n | y | n",
                "PUT    /api/clients/x                 | y | n | n | y | n",
                "DELETE /api/clients/x                 | y | n | n | n | n",
                "GET    /api/clients/x/catalog         | y | y | y | y | y",
                "POST   /api/clients/x/catalog         | y | n | n | y | n",
                "PUT    /api/clients/x/catalog/y       | y | n | n | y | n",
                "GET    /api/orders                    | y | y | y | y | y",
                "GET    /api/orders/x                  | y | y | y | y | y",
                "POST   /api/orders                    | y | y | n | n | n",
                "PUT    /api/orders/x                  | y | y | y | y | y",
                "DELETE /api/orders/x                  | y | n | n | n | n",
                "GET    /api/stock/raw-substrates      | y | y | y | y | y",
                "POST   /api/stock/raw-substrates      | y | y | n | n | n",
                "PUT    /api/stock/raw-substrates/x    | y | y | n | n | n",
                "DELETE /api/stock/raw-substrates/x    | y | y | n | n | n",
                "GET    /api/stock/check-availability  | y | y | y | y | y",
                "POST   /api/stock/allocate            | y | y | y | y | y",
                "GET    /api/stock/movements/x         | y | y | y | y | y",
                "GET    /api/stock/history             | y | y | y | y | y",
                "GET    /api/stock/allocations         | y | y | y | y | y",
                "GET    /api/stock/allocations/archived| y | y | y | y | y",
                "PUT    /api/orders/x/stage            | y | y | y | n | y",
                "POST   /api/production/move-stage/x   | y | y | n | n | n",
                "POST   /api/production/jump-stage/x   | y | y | n | n | n",
                "GET    /api/production/logs/x         | y | y | y | y | y",
                "GET    /api/production/board          | y | y | y | y | y",
                "POST   /api/production/job-cards      | y | y | y | y | y",
                "PUT    /api/production/job-cards/x    | y | y | y | y | y",
                "GET    /api/payroll/employees         | y | y | y | n | n",
                "POST   /api/payroll/employees         | y | n | n | n | n",
                "PUT    /api/payroll/employees/x       | y | n | n | n | n",
                "POST   /api/payroll/leave-adjustments | y | n | n | n | n",
                "GET    /api/payroll/timesheets/pending| y | y | y | n | n",
                "PUT    /api/payroll/timesheets/x      | y | y | y | y | y",
                "DELETE /api/payroll/timesheets/x      | y | y | y | n | n",
                "POST   /api/payroll/timesheets/x/submit  | y | y | y | y | y",
                "POST   /api/payroll/timesheets/x/approve | y | y | y | n | n",
                "GET    /api/invoicing/live-jobs       | y | y | n | n | n",
                "POST   /api/invoicing/generate/x      | y | y | n | n | n",
                "POST   /api/invoicing/complete-transaction/x | y | y | n | n | n",
                "GET    /api/invoicing/monthly-report  | y | y | n | n | n",
                "GET    /api/clients/x/archived-orders | y | y | n | n | n",
            })
    void eachGateOpensForItsRoles(
            String request, String admin, String manager, String productionManager, String sales, String team) {
        assertThat(passes("admin", request)).as("admin").isEqualTo(admin.equals("y"));
        assertThat(passes("manager", request)).as("manager").isEqualTo(manager.equals("y"));
        assertThat(passes("production_manager", request))
                .as("production_manager")
                .isEqualTo(productionManager.equals("y"));
        assertThat(passes("sales", request)).as("sales").isEqualTo(sales.equals("y"));
        assertThat(passes("production_team", request)).as("production_team").isEqualTo(team.equals("y"));
    }

    @ParameterizedTest
    @CsvSource({"production_staff", "supervisor", "employee"})
    void theOtherRolesCanOnlySignIn(String role) {
        assertThat(passes(role, "GET /api/auth/me")).isTrue();
        assertThat(passes(role, "GET /api/orders")).isFalse();
        assertThat(passes(role, "GET /api/clients")).isFalse();
        assertThat(passes(role, "GET /api/users")).isFalse();
        assertThat(passes(role, "POST /api/stock/allocate")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/orders", "POST,/api/stock/allocate", "DELETE,/api/clients/x", "POST,/api/auth/register"})
    void nobodyPassesWithoutAToken(String method, String path) {
        assertThat(MistyClient.anonymous(misty.url())
                        .send(method, path, "", Map.of())
                        .status())
                .isEqualTo(401);
    }

    private boolean passes(String role, String request) {
        String[] parts = request.split(" +");
        int status = user(role).send(parts[0], parts[1], "", Map.of()).status();
        assertThat(status).as(request + " by " + role).isNotIn(401, 500);
        return status != 403;
    }

    private MistyClient user(String role) {
        return users.computeIfAbsent(role, missing -> {
            if (role.equals("admin")) {
                return misty.as("admin");
            }
            misty.as("admin")
                    .post(
                            "/api/users",
                            "{'username': '%1$s', 'email': '%1$s', 'password': 'photofinish', 'full_name': 'X', 'role': '%1$s'}"
                                    .formatted(role));
            return misty.as(role);
        });
    }
}
