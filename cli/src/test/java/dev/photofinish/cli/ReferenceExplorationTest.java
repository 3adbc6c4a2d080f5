package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.hazards.Hazard;
import dev.photofinish.misty.hazards.Hazards;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceExplorationTest {

    private static final int LONGEST_FOR_MONGODB = 63;

    private final RunClock clock = new RunClock(
            new CommandLineShown(List.of("explore")), Instant.parse("2026-11-24T09:41:07.250Z"), System.nanoTime());

    @Test
    void aRealServerTakesTheDatabasesNameHoweverManyHazardsAreOn() {
        EnumSet<Hazard> allButOne = EnumSet.complementOf(EnumSet.of(Hazard.UPSERT));

        String racy = ReferenceExploration.databaseName(clock, new Hazards(allButOne, Duration.ZERO));

        assertThat(racy).hasSizeLessThanOrEqualTo(LONGEST_FOR_MONGODB).matches("\\w+");
        assertThat(racy).isNotEqualTo(ReferenceExploration.databaseName(clock, Hazards.none()));
    }
}
