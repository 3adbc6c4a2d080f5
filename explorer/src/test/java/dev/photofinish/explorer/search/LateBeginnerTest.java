package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.execution.Situation;
import dev.photofinish.explorer.execution.Standing;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Part;
import dev.photofinish.explorer.step.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A takes a lock in the application, which B comes to wait for; C begins when A is over. */
class LateBeginnerTest {

    private static final Standing WAITS =
            new Standing.Blocked(Standing.Where.APPLICATION, Optional.empty(), "has done nothing for a while");

    private static final List<String> CONTENDERS = List.of("A", "B", "C");

    private LateBeginner pilot = new LateBeginner("A", "B", CONTENDERS);
    private final List<Move> soFar = new ArrayList<>();

    @Test
    void theSecondBeginsWhileTheFirstHasTheLock() {
        goes("A", held("A"), held("B"), held("C"));
        goes("B", held("A"), held("B"), held("C"));
    }

    @Test
    void theFirstGoesOnToItsEndWhileNobodyElseBegins() {
        goes("A", held("A"), held("B"), held("C"));
        goes("B", held("A"), held("B"), held("C"));

        goes("A", held("A"), Map.entry("B", WAITS), held("C"));
        goes("A", held("A"), Map.entry("B", WAITS), held("C"));
    }

    @Test
    void whoeverTheFirstIs() {
        pilot = new LateBeginner("C", "A", CONTENDERS);
        goes("C", held("A"), held("B"), held("C"));
        goes("A", held("A"), held("B"), held("C"));

        goes("C", Map.entry("A", WAITS), held("B"), held("C"));
    }

    @Test
    void thenTheThirdBeginsAndTheyTakeTurns() {
        goes("A", held("A"), held("B"), held("C"));
        goes("B", held("A"), held("B"), held("C"));
        goes("A", held("A"), Map.entry("B", WAITS), held("C"));

        goes("C", isOver("A"), held("B"), held("C"));
        goes("B", isOver("A"), held("B"), held("C"));
        goes("C", isOver("A"), held("B"), held("C"));
    }

    @Test
    void whereTheFirstWaitsForTheSecondThatGoesOn() {
        goes("A", held("A"), held("B"), held("C"));

        goes("B", Map.entry("A", WAITS), held("B"), held("C"));
        goes("B", Map.entry("A", WAITS), held("B"), held("C"));
    }

    @SafeVarargs
    private void goes(String expected, Map.Entry<String, Standing>... standings) {
        Map<String, Standing> all = new LinkedHashMap<>();
        for (Map.Entry<String, Standing> standing : standings) {
            all.put(standing.getKey(), standing.getValue());
        }
        Situation now = new Situation(all);

        assertThat(pilot.decide(soFar, now)).isEqualTo(Decision.Go.of(expected));
        soFar.add(new Move(now, List.of(step(expected)), now));
    }

    private static Map.Entry<String, Standing> held(String contender) {
        return Map.entry(contender, new Standing.Held(step(contender)));
    }

    private static Step step(String contender) {
        return new Step(contender, 1, new Command("find", "find", "find", List.of(), Part.NONE));
    }

    private static Map.Entry<String, Standing> isOver(String contender) {
        return Map.entry(contender, new Standing.Finished());
    }
}
