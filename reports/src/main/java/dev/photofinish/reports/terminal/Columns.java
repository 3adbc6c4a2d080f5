package dev.photofinish.reports.terminal;

import dev.photofinish.reports.Interleaving;
import dev.photofinish.reports.Lane;
import dev.photofinish.reports.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An interleaving as columns, one a contender, a move a row:
 *
 * <pre>
 *      A                                 B
 *  1   find orders {id: …}
 *      → 1 document
 *  2                                     find orders {id: …}
 * </pre>
 */
final class Columns {

    private static final int INDENT = 2;
    private static final int NUMBER = 3;
    /** A command or an answer that needs more lines than this is cut. */
    private static final int LINES = 3;

    private final Sheet sheet;
    private final List<String> contenders;
    private final int width;

    private Columns(Sheet sheet, List<String> contenders) {
        this.sheet = sheet;
        this.contenders = contenders;
        int gaps = 2 * contenders.size();
        this.width = (sheet.columns() - INDENT - NUMBER - gaps) / Math.max(1, contenders.size());
    }

    static void draw(Sheet sheet, Interleaving interleaving) {
        List<String> contenders = Stream.concat(
                        interleaving.lanes().stream().map(Lane::contender),
                        interleaving.turns().stream()
                                .flatMap(turn -> turn.commands().stream())
                                .map(Turn.Command::contender))
                .distinct()
                .toList();
        new Columns(sheet, contenders).draw(interleaving.turns());
    }

    private void draw(List<Turn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        sheet.blank();
        row(
                "",
                contenders.stream()
                        .map(name -> sheet.strong(sheet.left(name, width)))
                        .toList());
        for (int place = 0; place < turns.size(); place++) {
            move(place + 1, turns.get(place));
        }
        boolean explained =
                turns.stream().flatMap(turn -> turn.commands().stream()).anyMatch(Turn.Command::conflicts);
        if (explained) {
            sheet.row(sheet.faint(" ".repeat(INDENT) + "* the commands that conflict"));
        }
        sheet.blank();
    }

    private void move(int number, Turn turn) {
        List<List<String>> cells =
                contenders.stream().map(contender -> cell(contender, turn)).toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            int at = line;
            row(
                    line == 0 ? String.valueOf(number) : "",
                    cells.stream()
                            .map(lines -> sheet.left(at < lines.size() ? lines.get(at) : "", width))
                            .toList());
        }
    }

    private List<String> cell(String contender, Turn turn) {
        List<String> lines = new ArrayList<>();
        turn.commands().stream()
                .filter(command -> command.contender().equals(contender))
                .forEach(command -> {
                    lines.addAll(folded((command.conflicts() ? "* " : "") + command.text(), "  "));
                    lines.addAll(folded("→ " + command.answer(), "  "));
                });
        if (turn.blocked().contains(contender)) {
            lines.add(lines.isEmpty() ? "(still blocked)" : "(blocked)");
        }
        return lines;
    }

    private List<String> folded(String text, String hanging) {
        String clean = Glyphs.UNICODE.show(text);
        List<String> lines = new ArrayList<>();
        for (String line : Cells.wrap(clean, width - hanging.length())) {
            lines.add((lines.isEmpty() ? "" : hanging) + line);
        }
        if (lines.size() <= LINES) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, LINES - 1));
        cut.add(lines.get(LINES - 1) + " …");
        return cut;
    }

    private void row(String number, List<String> cells) {
        List<String> all = new ArrayList<>();
        all.add(" ".repeat(INDENT) + sheet.right(number, NUMBER));
        all.addAll(cells);
        sheet.row(all.toArray(String[]::new));
    }
}
