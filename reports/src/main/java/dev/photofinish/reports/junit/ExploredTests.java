package dev.photofinish.reports.junit;

import dev.photofinish.reports.Discovery;
import dev.photofinish.reports.Evidence;
import dev.photofinish.reports.ExplorationReport;
import dev.photofinish.reports.Shown;
import dev.photofinish.reports.Turn;
import dev.photofinish.reports.junit.TestSuite.Result;
import dev.photofinish.reports.junit.TestSuite.TestCase;
import dev.photofinish.reports.wording.ExplorationStory;
import java.util.ArrayList;
import java.util.List;

/** An exploration as a test: a failure carries the shortest interleaving that breaks a rule, a line a command. */
final class ExploredTests {

    private ExploredTests() {}

    static TestCase test(ExplorationReport explored, String className) {
        ExplorationStory story = new ExplorationStory(explored);
        List<String> lines = new ArrayList<>();
        lines.add(explored.title());
        lines.addAll(story.summary());
        explored.notices().forEach(notice -> lines.add("Notice: " + notice.text()));
        return new TestCase(
                className, explored.scenario(), explored.took(), result(explored, story), String.join("\n", lines));
    }

    private static Result result(ExplorationReport explored, ExplorationStory story) {
        if (explored.deployment().racyOnPurpose()) {
            return Suites.onPurpose(explored.verdict());
        }
        return switch (explored.verdict()) {
            case HELD -> new Result.Passed();
            case VIOLATED ->
                new Result.Failed("Violated: %s.".formatted(story.covered()), String.join("\n", evidence(explored)));
            case INCONCLUSIVE ->
                new Result.Errored(
                        "Inconclusive: " + explored.reasons().getFirst(), String.join("\n", story.summary()));
        };
    }

    private static List<String> evidence(ExplorationReport explored) {
        ExplorationStory story = new ExplorationStory(explored);
        List<String> lines = new ArrayList<>();
        lines.add(explored.title());
        if (explored.unsafe().makesAFinding()) {
            explored.unsafe().pairs().forEach(pair -> lines.add("Unsafe, not reproduced: " + pair));
        }
        for (Shown shown : Shown.of(explored.violations())) {
            for (Discovery found : shown.discoveries()) {
                lines.add("");
                lines.add(found.rule() + ", " + story.seen(found));
                lines.add(found.text());
                ExplorationStory.explanation(found).ifPresent(lines::add);
                found.interleaving().evidence().stream().map(Evidence::detail).forEach(lines::add);
                ExplorationStory.reproduced(found).ifPresent(lines::add);
            }
            shown.interleaving().turns().forEach(turn -> lines.addAll(moves(turn)));
            lines.add("Replay: " + shown.interleaving().replay());
        }
        return lines;
    }

    private static List<String> moves(Turn turn) {
        String together = turn.commands().size() > 1 ? " (together)" : "";
        return turn.commands().stream()
                .map(command ->
                        "  %s%s: %s -> %s".formatted(command.contender(), together, command.text(), command.answer()))
                .toList();
    }
}
