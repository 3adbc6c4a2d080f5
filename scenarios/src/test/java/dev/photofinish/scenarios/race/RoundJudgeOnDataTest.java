package dev.photofinish.scenarios.race;

import static dev.photofinish.scenarios.race.HandMade.accepted;
import static dev.photofinish.scenarios.race.HandMade.refused;
import static dev.photofinish.scenarios.race.HandMade.round;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.secret.LiveSecrets;
import dev.photofinish.misty.database.Engine;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.OnEngine;
import dev.photofinish.misty.database.TestDatabase;
import dev.photofinish.reports.Verdict;
import dev.photofinish.scenarios.invariants.Database;
import dev.photofinish.scenarios.invariants.InvariantChecks;
import dev.photofinish.scenarios.scenario.ScenarioFile;
import dev.photofinish.scenarios.system.SystemFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds of which a rule on data alone can say anything. */
@EveryEngine
@OnEngine(value = Engine.EMBEDDED, because = "DataChecksTest asks all of them")
class RoundJudgeOnDataTest {

    private static final Path FILES = Path.of("src/test/resources/race");

    private final TestDatabase data;
    private Database database;

    RoundJudgeOnDataTest(TestDatabase data) {
        this.data = data;
    }

    @BeforeEach
    void open() {
        database = Database.openNamed(data.uri(), data.name());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void holdsIfThereWasSomethingToLookAt() {
        data.collection("things").insertOne(Document.parse("{taken: 1}"));

        assertThat(judged().verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void isInconclusiveIfThereWasNot() {
        JudgedRound judged = judged();

        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.causes()).singleElement().asString().contains("found no data to look at");
    }

    @Test
    void isViolatedIfWhatItLookedAtIsWrong() {
        data.collection("things").insertOne(Document.parse("{taken: 2}"));

        assertThat(judged().verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void aRuleThatNeverSawADocumentIsNamedWithWhereItLooked() {
        RoundJudge judge = judge();
        judge.judge(round(accepted("A"), refused("B")));

        assertThat(judge.blind())
                .singleElement()
                .asString()
                .contains("looked at no document, so it decided nothing", "things of database " + data.name());

        data.collection("things").insertOne(Document.parse("{taken: 1}"));
        judge.judge(round(accepted("A"), refused("B")));

        assertThat(judge.blind()).isEmpty();
    }

    private JudgedRound judged() {
        return judge().judge(round(accepted("A"), refused("B")));
    }

    private RoundJudge judge() {
        SystemFile shop = SystemFile.read(FILES.resolve("shop.yaml"), name -> Optional.of("s3cret"));
        ScenarioFile scenario = ScenarioFile.read(FILES.resolve("take-by-data.yaml"), shop);
        InvariantChecks checks = InvariantChecks.on(Optional.of(database), Optional.empty());
        return new RoundJudge(scenario, checks, LiveSecrets.of(Set.of()));
    }
}
