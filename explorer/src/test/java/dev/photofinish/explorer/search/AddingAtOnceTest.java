package dev.photofinish.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Command;
import dev.photofinish.explorer.step.Grain;
import dev.photofinish.explorer.step.Keys;
import dev.photofinish.explorer.step.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two that each add many documents: mixed they are the same documents, unless some of them are meant to be the same. */
class AddingAtOnceTest {

    @Test
    void documentsOfOtherIdsMakesNoDifferenceToAnybody() throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(List.of(adds("log", "1", "2")), List.of(adds("log", "3", "4")));

        assertThat(found.coverage().togetherPairs()).isZero();
        assertThat(found.coverage().complete()).isTrue();
    }

    @Test
    void documentsOfTheSameIdIsSampled() throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(List.of(adds("log", "1", "2")), List.of(adds("log", "2", "3")));

        assertThat(found.coverage().togetherPairs()).isEqualTo(1);
    }

    @Test
    void documentsOfWhichNobodyKnowsWithWhatTheyCollideIsSampled() throws InterruptedException {
        Exploration<ModelContest.Ending> found = explore(List.of(adds("log")), List.of(adds("log")));

        assertThat(found.coverage().togetherPairs()).isEqualTo(1);
    }

    @Test
    void whereSomebodyLooksAtThemIsSampled() throws InterruptedException {
        Exploration<ModelContest.Ending> found =
                explore(List.of(adds("log", "1", "2"), Op.read("log")), List.of(adds("log", "3", "4")));

        assertThat(found.coverage().togetherPairs()).isEqualTo(2);
    }

    private static Op adds(String namespace, String... ids) {
        Keys added = ids.length == 0 ? Keys.UNKNOWN : new Keys("_id", Set.of(ids));
        Command insert = new Command(
                "insert",
                "insert " + namespace,
                "insert " + namespace + " " + List.of(ids),
                List.of(Access.adding(namespace, Grain.COMPOUND, added)),
                Part.NONE);
        return new Op(insert, read -> true, new Op.Action.Write(namespace, read -> 1));
    }

    private static Exploration<ModelContest.Ending> explore(List<Op> one, List<Op> other) throws InterruptedException {
        Map<String, List<Op>> programs = new LinkedHashMap<>();
        programs.put("A", one);
        programs.put("B", other);
        return new Explorer(new Strategy.Reduced(), SearchSettings.DEFAULT)
                .explore(new ModelContest(Map.of(), programs), (turns, ending) -> Judgement.HELD, Watcher.NONE);
    }
}
