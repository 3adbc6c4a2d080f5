package dev.photofinish.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which pairs of operations on one entity break which rules when two users run them at the same time.
 *
 * @param entity what the operations act on, such as {@code order}
 * @param operations in the order of the system file
 * @param cells one a pair, an operation with itself among them
 */
public record ConflictMatrix(String entity, DeploymentInfo deployment, List<String> operations, List<Cell> cells) {

    public ConflictMatrix {
        operations = List.copyOf(operations);
        cells = List.copyOf(cells);
    }

    /** The pair's cell, whichever of the two is named first. */
    public Optional<Cell> cell(String one, String other) {
        return cells.stream().filter(cell -> cell.isOf(one, other)).findFirst();
    }

    /**
     * One pair.
     *
     * @param exploration the name under which the pair was explored; empty if it was not
     * @param rules what it breaks, or what is worth knowing
     * @param why why it was not explored, or has no verdict; empty otherwise
     */
    public record Cell(String first, String second, State state, String exploration, List<String> rules, String why) {

        public Cell {
            rules = List.copyOf(rules);
        }

        /** What came of exploring a pair. */
        public static Cell of(String first, String second, ExplorationReport explored) {
            return new Cell(first, second, state(explored), explored.scenario(), rules(explored), why(explored));
        }

        public static Cell notExplored(String first, String second, String why) {
            return new Cell(first, second, State.NOT_EXPLORED, "", List.of(), why);
        }

        boolean isOf(String one, String other) {
            return (first.equals(one) && second.equals(other)) || (first.equals(other) && second.equals(one));
        }

        private static State state(ExplorationReport explored) {
            return switch (explored.verdict()) {
                case VIOLATED -> State.BREAKS;
                case INCONCLUSIVE -> State.INCONCLUSIVE;
                case HELD -> explored.notices().isEmpty() ? State.HELD : State.NOTICE;
            };
        }

        private static List<String> rules(ExplorationReport explored) {
            List<Discovery> found = explored.violations().isEmpty() ? explored.notices() : explored.violations();
            Stream<String> rules = found.stream().map(Discovery::rule);
            return Stream.concat(
                            rules,
                            explored.unsafe().makesAFinding() ? Stream.of("unsafe, not reproduced") : Stream.of())
                    .distinct()
                    .toList();
        }

        private static String why(ExplorationReport explored) {
            return explored.verdict() == Verdict.INCONCLUSIVE
                    ? Stream.concat(explored.obstacles().stream(), explored.reasons().stream())
                            .findFirst()
                            .orElse("No schedule could be judged.")
                    : "";
        }
    }

    /** What is known of a pair. */
    public enum State {
        BREAKS,
        /** Nobody has said that it is wrong, but no serial order gives the same. */
        NOTICE,
        HELD,
        INCONCLUSIVE,
        NOT_EXPLORED;

        /** The word for it in every report: {@code breaks} or {@code not explored}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
