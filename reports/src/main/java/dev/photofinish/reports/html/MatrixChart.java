package dev.photofinish.reports.html;

import dev.photofinish.reports.ConflictMatrix;
import dev.photofinish.reports.ConflictMatrix.State;
import dev.photofinish.reports.wording.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A conflict matrix as a picture: where everything goes, without drawing it, in pixels. A row and a column an operation; the
 * square in which they meet says what comes of both at once. It is the same on both sides of the diagonal, so one half is drawn.
 */
record MatrixChart(List<Label> rows, List<Label> columns, List<Square> squares, int width, int height, String summary) {

    static final int SIDE = 40;
    private static final int LETTER = 8;
    private static final int MARGIN = 16;

    /** An operation's name beside its row or over its column. */
    record Label(int x, int y, String text) {}

    /**
     * A pair.
     *
     * @param kind the word that the style knows it by
     * @param sign what is drawn in it, so that colour is not all there is
     * @param label for whoever points at it
     * @param target the anchor of its exploration; empty if there is none
     */
    record Square(int x, int y, String kind, String sign, String label, String target) {}

    /**
     * @param targets the anchors of the explorations, by scenario
     */
    static MatrixChart of(ConflictMatrix matrix, Map<String, String> targets) {
        List<String> operations = matrix.operations();
        int left = MARGIN + longest(operations) * LETTER;
        int bottom = operations.size() * SIDE;
        List<Label> rows = new ArrayList<>();
        List<Label> columns = new ArrayList<>();
        List<Square> squares = new ArrayList<>();
        for (int row = 0; row < operations.size(); row++) {
            String one = operations.get(row);
            rows.add(new Label(left - 8, row * SIDE + SIDE / 2 + 4, one));
            columns.add(new Label(left + row * SIDE + SIDE / 2 + 4, bottom + 10, one));
            for (int column = 0; column <= row; column++) {
                square(matrix, operations.get(column), one, left + column * SIDE, row * SIDE, targets)
                        .ifPresent(squares::add);
            }
        }
        return new MatrixChart(
                rows,
                columns,
                squares,
                left + operations.size() * SIDE + MARGIN,
                bottom + longest(operations) * LETTER,
                summary(matrix));
    }

    private static Optional<Square> square(
            ConflictMatrix matrix, String one, String other, int x, int y, Map<String, String> targets) {
        return matrix.cell(one, other)
                .map(cell -> new Square(
                        x,
                        y,
                        cell.state().word().replace(' ', '-'),
                        sign(cell.state()),
                        label(cell),
                        targets.getOrDefault(cell.exploration(), "")));
    }

    private static String label(ConflictMatrix.Cell cell) {
        return Stream.of(String.join(", ", cell.rules()), cell.why())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(
                        "; ",
                        cell.first() + " × " + cell.second() + ": "
                                + cell.state().word() + " ",
                        ""))
                .strip();
    }

    private static String sign(State state) {
        return switch (state) {
            case BREAKS -> "✗";
            case NOTICE -> "!";
            case HELD -> "✓";
            case INCONCLUSIVE -> "?";
            case NOT_EXPLORED -> "";
        };
    }

    private static String summary(ConflictMatrix matrix) {
        long explored = matrix.cells().stream()
                .filter(cell -> cell.state() != State.NOT_EXPLORED)
                .count();
        long breaking = matrix.cells().stream()
                .filter(cell -> cell.state() == State.BREAKS)
                .count();
        return "%d of %s explored break a rule; %d not explored."
                .formatted(
                        breaking,
                        Figures.count(explored, "pair"),
                        matrix.cells().size() - explored);
    }

    private static int longest(List<String> operations) {
        return operations.stream().mapToInt(String::length).max().orElse(0);
    }
}
