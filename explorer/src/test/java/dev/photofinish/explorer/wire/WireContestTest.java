package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import dev.photofinish.explorer.attribution.Ignore;
import dev.photofinish.explorer.data.RestoredData;
import dev.photofinish.explorer.execution.Answer;
import dev.photofinish.explorer.execution.CannotBegin;
import dev.photofinish.explorer.search.Exploration;
import dev.photofinish.explorer.search.Explorer;
import dev.photofinish.explorer.search.Finding;
import dev.photofinish.explorer.search.Judge;
import dev.photofinish.explorer.search.Judgement;
import dev.photofinish.explorer.search.SearchSettings;
import dev.photofinish.explorer.search.Strategy;
import dev.photofinish.explorer.search.Watcher;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EveryEngine
class WireContestTest {

    private static final Judge<Map<String, String>> NO_OVERSELL = (turns, answers) -> answers.equals(
                    Map.of("A", "granted", "B", "granted"))
            ? Judgement.of(List.of(new Finding("oversold", Finding.Weight.VIOLATION, "160 of 100 were granted")))
            : Judgement.HELD;

    private final TestDatabase database;

    @AutoClose
    private final GatedShop gated;

    private final WireGate gate;
    private final Shop shop;

    WireContestTest(TestDatabase database) throws Exception {
        this.database = database;
        this.gated = GatedShop.open(database);
        this.gate = gated.gate();
        this.shop = gated.shop();
    }

    @Test
    void everyInterleavingIsRunAndFourOfSixOversell() throws Exception {
        var contest = contest(Shop.contest(shop.readsThenWrites("A"), shop.readsThenWrites("B")));

        Exploration<Map<String, String>> exploration = explore(contest);

        assertThat(exploration.coverage().run()).isEqualTo(6);
        assertThat(exploration.coverage().violating()).isEqualTo(4);
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.obstacles()).isEmpty();
    }

    @Test
    void theRightCodeIsClean() throws Exception {
        var contest = contest(Shop.contest(shop.writesIfEnough("A"), shop.writesIfEnough("B")));

        Exploration<Map<String, String>> exploration = explore(contest);

        assertThat(exploration.coverage().run()).isEqualTo(2);
        assertThat(exploration.coverage().violating()).isZero();
        assertThat(exploration.coverage().complete()).isTrue();
    }

    @Test
    void commandsThatAreReleasedTogetherAreBothUnderWayBeforeEitherIsAnswered() throws Exception {
        var contest = contest(Shop.contest(shop.writesIfEnough("A"), shop.writesIfEnough("B")));

        try (var execution = contest.begin(List.of("A", "B"))) {
            assertThat(execution.let(Set.of("A", "B")).over()).isTrue();

            assertThat(execution.result()).containsValues("granted", "refused");
            assertThat(List.of(execution.answerOf("A", 1), execution.answerOf("B", 1)))
                    .extracting(Answer::effect)
                    .containsExactlyInAnyOrder(Answer.Effect.CHANGED, Answer.Effect.CHANGED_NOTHING);
        }
    }

    @Test
    void oneContenderAloneIsAnExecutionToo() throws Exception {
        var contest = contest(Shop.contest(shop.writesIfEnough("A"), shop.writesIfEnough("B")));

        try (var execution = contest.begin(List.of("B"))) {
            assertThat(execution.situation().enabled()).containsExactly("B");
            assertThat(execution.let(Set.of("B")).over()).isTrue();
        }

        assertThat(shop.answers()).containsOnlyKeys("B");
    }

    @Test
    void everyScheduleBeginsOnTheSameData() throws Exception {
        var contest = contest(Shop.contest(shop.writesIfEnough("A"), shop.writesIfEnough("B")));

        for (int i = 0; i < 3; i++) {
            try (var execution = contest.begin(List.of("A", "B"))) {
                assertThat(gated.gate()
                                .database()
                                .getDatabase(database.name())
                                .getCollection("stock")
                                .find()
                                .first())
                        .containsEntry("quantity", 100);
                execution.let(Set.of("B"));
                execution.let(Set.of("A"));
                assertThat(execution.result()).isEqualTo(Map.of("B", "granted", "A", "refused"));
            }
        }

        assertThat(contest.written().collections())
                .extracting(Object::toString)
                .containsExactly(database.name() + ".stock");
    }

    @Test
    void thereIsNoResultBeforeTheEnd() throws Exception {
        var contest = contest(Shop.contest(shop.writesIfEnough("A"), shop.writesIfEnough("B")));

        try (var execution = contest.begin(List.of("A", "B"))) {
            assertThatThrownBy(execution::result).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dropDatabase", "frobnicate"})
    void whatMayWriteAnythingEndsAnExplorationOnDataThatWerePutBack(String command) throws Exception {
        var contest = contest(Shop.contest(says(command), shop.writesIfEnough("B")));

        Exploration<Map<String, String>> exploration = explore(contest);

        assertThat(exploration.coverage().run()).isEqualTo(1);
        assertThat(exploration.coverage().complete()).isFalse();
        assertThat(exploration.givenUp()).isPresent();
        assertThat(exploration.obstacles())
                .containsExactly(
                        "Nobody knows what " + command + " writes, so the data cannot be put back as they were."
                                + " Run the given steps again for each schedule.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dropDatabase", "frobnicate"})
    void onDataThatAreGivenAnewItGoesOn(String command) throws Exception {
        var contest = new WireContest<>(
                gate,
                Shop.contest(says(command), shop.writesIfEnough("B")),
                written -> shop.given(),
                shop::answers,
                Set.of());

        Exploration<Map<String, String>> exploration = explore(contest);

        assertThat(exploration.obstacles()).isEmpty();
        assertThat(exploration.coverage().complete()).isTrue();
        assertThat(exploration.coverage().run()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whoIgnoresItAnswersForIt() throws Exception {
        Callable<?> ignored = () -> {
            says("frobnicate").call();
            return shop.collection("stock").countDocuments();
        };
        var contest = new WireContest<>(
                gate,
                Shop.contest(ignored, shop.writesIfEnough("B")),
                new RestoredData(gate.database(), shop::given),
                shop::answers,
                Set.of(new Ignore("", Optional.of("frobnicate"), Set.of())));

        Exploration<Map<String, String>> exploration = explore(contest);

        assertThat(exploration.obstacles()).isEmpty();
        assertThat(contest.bystanders().notes())
                .anyMatch(note -> note.startsWith("Nobody knows what frobnicate writes"));
    }

    /** Whatever the server thinks of it. */
    private Callable<?> says(String command) {
        return shop.told("A", () -> {
            try {
                shop.client().getDatabase(database.name()).runCommand(new Document(command, 1));
            } catch (MongoCommandException unknown) {
                assertThat(command).isEqualTo("frobnicate");
            }
        });
    }

    @Test
    void aContestThatSendsNothingThroughTheGateCannotBegin() {
        Callable<?> elsewhere = () -> database.collection("stock").countDocuments();

        var contest = contest(Shop.contest(elsewhere, elsewhere));

        assertThatThrownBy(() -> contest.begin(List.of("A", "B")))
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining("None of the contenders' commands came through the gate")
                .hasMessageContaining(gate.connectionString());
    }

    private WireContest<Map<String, String>> contest(Map<String, Callable<?>> contenders) {
        return new WireContest<>(
                gate, contenders, new RestoredData(gate.database(), shop::given), shop::answers, Set.of());
    }

    private Exploration<Map<String, String>> explore(WireContest<Map<String, String>> contest) throws Exception {
        return new Explorer(new Strategy.Exhaustive(), SearchSettings.DEFAULT)
                .explore(contest, NO_OVERSELL, Watcher.NONE);
    }
}
