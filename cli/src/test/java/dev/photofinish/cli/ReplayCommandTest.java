package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A replay line does what the run did, for one scenario, from where it is printed. */
class ReplayCommandTest {

    @Test
    void aRaceKeepsItsFileItsSystemAndItsDeployment() {
        String line = ReplayCommand.race(
                called("race cases/buy.yaml cases/sell.yaml --system cases/system.yaml --url http://nas:8001 --mongo"
                        + " mongodb://nas/shop --rounds 500 --seed=3 --release plain --html race.html --yes"),
                List.of("cases/buy.yaml", "cases/sell.yaml"),
                "sell",
                17,
                99);

        assertThat(line)
                .isEqualTo("./photofinish race cases/sell.yaml --system cases/system.yaml --url http://nas:8001 --mongo"
                        + " mongodb://nas/shop --release plain --yes --rounds 17 --seed 99");
    }

    @Test
    void jsonToStandardOutputHasNoFileThatCouldBeTakenAway() {
        assertThat(ReplayCommand.race(
                        called("race buy.yaml --json --system system.yaml"), List.of("buy.yaml"), "buy", 1, 2))
                .isEqualTo("./photofinish race buy.yaml --system system.yaml --rounds 1 --seed 2");
        assertThat(ReplayCommand.race(
                        called("race buy.yaml --json out.json --system system.yaml"), List.of("buy.yaml"), "buy", 1, 2))
                .isEqualTo("./photofinish race buy.yaml --system system.yaml --rounds 1 --seed 2");
    }

    @Test
    void anExplorationKeepsAllButTheSearch() {
        String line = ReplayCommand.explore(
                called("explore buy.yaml --system system.yaml --url http://127.0.0.1:1 --strategy exhaustive"
                        + " --listen 127.0.0.1:2 --fresh given --junit out.xml"),
                List.of("buy.yaml"),
                "two-buy",
                "A B B A");

        assertThat(line)
                .isEqualTo("./photofinish explore buy.yaml --system system.yaml --url http://127.0.0.1:1 --listen"
                        + " 127.0.0.1:2 --fresh given --replay 'A B B A'");
    }

    @Test
    void whatAKilledExplorationLeftIsPutBackOnTheSameDatabase() {
        assertThat(ReplayCommand.putBack(
                        called("explore buy.yaml --system system.yaml --mongo mongodb://h/shop?tls=true"
                                + " --mongo-trust ca.pem --limit 3")))
                .isEqualTo("./photofinish explore --put-back --mongo 'mongodb://h/shop?tls=true' --mongo-trust ca.pem");
        assertThat(ReplayCommand.putBack(called("explore --mongo=mongodb://h/shop buy.yaml")))
                .isEqualTo("./photofinish explore --put-back --mongo=mongodb://h/shop");
    }

    @Test
    void whatIsReadLaterChangesTheFolderUnlessItIsReadThere() {
        String line = called("race buy.yaml").fromAnywhere();

        assertThat(line).startsWith("cd ").endsWith(" && ./photofinish race buy.yaml");
        assertThat(CommandLineShown.fromHere(line)).isEqualTo("./photofinish race buy.yaml");
        assertThat(CommandLineShown.fromHere("cd /elsewhere && ./photofinish race buy.yaml"))
                .isEqualTo("cd /elsewhere && ./photofinish race buy.yaml");
    }

    private static CommandLineShown called(String line) {
        return new CommandLineShown("./photofinish", List.of(line.split(" ")));
    }
}
