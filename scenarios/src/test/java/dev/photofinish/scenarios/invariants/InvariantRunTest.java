package dev.photofinish.scenarios.invariants;

import static dev.photofinish.scenarios.invariants.ShopSystem.invariant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.InvariantReport;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.deployment.Deployment;
import dev.photofinish.scenarios.http.Endpoint;
import dev.photofinish.scenarios.http.Timeouts;
import dev.photofinish.scenarios.http.TlsTrust;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was broken before a run began is not blamed on it. */
@EveryEngine
class InvariantRunTest {

    private final TestDatabase data;
    private Database database;
    private Deployment deployment;

    InvariantRunTest(TestDatabase data) {
        this.data = data;
    }

    @BeforeEach
    void open() throws Exception {
        database = Database.openNamed(data.uri(), data.name());
        URI nobody = URI.create("http://127.0.0.1:1");
        deployment = Deployment.at(Endpoint.of(nobody, TlsTrust.system(), Timeouts.DEFAULT), ShopSystem.FILE);
    }

    @AfterEach
    void close() {
        deployment.close();
        database.close();
    }

    @Test
    void whatWasBrokenBeforeIsCountedButNotBlamed() {
        account("old", -1);
        InvariantRun run = begin();

        assertThat(report(run)).satisfies(report -> {
            assertThat(report.looked()).isEqualTo(1);
            assertThat(report.violations()).isEqualTo(1);
            assertThat(report.alreadyBroken()).isEqualTo(1);
            assertThat(report.verdict()).isEqualTo(Verdict.HELD);
        });
    }

    @Test
    void whatBrokeSinceThenIs() {
        account("old", -1);
        InvariantRun run = begin();
        account("new", -2);

        assertThat(report(run)).satisfies(report -> {
            assertThat(report.violations()).isEqualTo(2);
            assertThat(report.alreadyBroken()).isEqualTo(1);
            assertThat(report.verdict()).isEqualTo(Verdict.VIOLATED);
        });
    }

    @Test
    void anOffenderThatLooksLikeAnOldOneIsNew() {
        account("same", -1);
        InvariantRun run = begin();
        account("same", -1);

        assertThat(report(run)).satisfies(report -> {
            assertThat(report.violations()).isEqualTo(2);
            assertThat(report.alreadyBroken()).isEqualTo(1);
            assertThat(report.verdict()).isEqualTo(Verdict.VIOLATED);
        });
    }

    @Test
    void oneThatIsWorseThanBeforeIsNew() {
        account("old", -1);
        InvariantRun run = begin();
        data.collection("accounts").updateOne(new Document(), Document.parse("{$set: {balance: -9}}"));

        assertThat(report(run).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void withoutALookBackEverythingCounts() {
        account("old", -1);
        InvariantRun run = InvariantRun.ofNow(List.of(invariant("no-debt")), Optional.of(database), Optional.empty());

        assertThat(report(run)).satisfies(report -> {
            assertThat(report.alreadyBroken()).isZero();
            assertThat(report.offenders()).containsExactly("{\"client\":\"old\",\"balance\":-1}");
            assertThat(report.verdict()).isEqualTo(Verdict.VIOLATED);
        });
    }

    @Test
    void noDataIsNoVerdict() {
        assertThat(report(begin())).satisfies(report -> {
            assertThat(report.foundNoData()).isTrue();
            assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        });
    }

    @Test
    void onlyTheFirstOffendersAreShownAndTheyAreShort() {
        account("x".repeat(500), -1);
        for (int more = 0; more < 10; more++) {
            account("client " + more, -1);
        }

        InvariantReport report =
                report(InvariantRun.ofNow(List.of(invariant("no-debt")), Optional.of(database), Optional.empty()));

        assertThat(report.violations()).isEqualTo(11);
        assertThat(report.offenders()).hasSize(10).allMatch(offender -> offender.length() <= 201);
    }

    @Test
    void rulesThatNobodyCanJudgeAreNamed() {
        InvariantRun onData =
                InvariantRun.ofNow(ShopSystem.FILE.invariants().values(), Optional.of(database), Optional.empty());
        InvariantRun onAnswers =
                InvariantRun.ofNow(ShopSystem.FILE.invariants().values(), Optional.empty(), Optional.of(deployment));

        assertThat(onData.notJudged())
                .hasValue("Not judged, since no --url was given: no-negative-order, orders-are-to-be-seen.");
        assertThat(onAnswers.notJudged())
                .hasValue("Not judged, since no --mongo was given: no-debt, numbers-unique, too-much-in-memory.");
    }

    @Test
    void oneThatCouldNotBeJudgedSaysWhy() {
        InvariantRun run =
                InvariantRun.begin(List.of(invariant("no-negative-order")), Optional.of(database), deployment);

        assertThat(report(run)).satisfies(report -> {
            assertThat(report.on()).isEqualTo("list-orders");
            assertThat(report.problem()).contains("127.0.0.1:1");
            assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        });
    }

    private InvariantRun begin() {
        return InvariantRun.begin(List.of(invariant("no-debt")), Optional.of(database), deployment);
    }

    private static InvariantReport report(InvariantRun run) {
        List<InvariantReport> reports = run.end();
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }

    private void account(String client, int balance) {
        data.collection("accounts").insertOne(new Document("client", client).append("balance", balance));
    }
}
