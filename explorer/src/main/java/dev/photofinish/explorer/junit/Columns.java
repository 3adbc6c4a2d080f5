package dev.photofinish.explorer.junit;

import dev.photofinish.explorer.execution.Turn;
import dev.photofinish.explorer.step.Focus;
import dev.photofinish.explorer.witness.Attention;
import java.util.ArrayList;
import java.util.List;

/** A schedule as text: a column for each contender, time runs downwards. */
final class Columns {

    private static final int WIDTH = 52;

    private final List<String> contenders;
    private final StringBuilder text = new StringBuilder();

    private Columns(List<String> contenders) {
        this.contenders = contenders;
    }

    static String of(List<String> contenders, List<Turn> turns) {
        Columns columns = new Columns(contenders);
        for (String contender : contenders) {
            columns.text.append(("%-" + WIDTH + "s  ").formatted(contender));
        }
        columns.endLine();
        Focus focus = Attention.on(turns, List.of());
        turns.forEach(turn -> columns.turn(turn, focus));
        return columns.text.toString();
    }

    private void turn(Turn turn, Focus focus) {
        for (int place = 0; place < turn.steps().size(); place++) {
            String contender = turn.steps().get(place).contender();
            put(contender, turn.steps().get(place).command().wording().about(focus));
            put(
                    contender,
                    "  → " + turn.answers().get(place).wording().about(focus)
                            + (turn.blocked().contains(contender) ? ", after having been blocked" : ""));
        }
    }

    private void put(String contender, String what) {
        String indent = " ".repeat((WIDTH + 2) * contenders.indexOf(contender));
        for (String line : wrapped(what)) {
            text.append(indent).append(line);
            endLine();
        }
    }

    private static List<String> wrapped(String what) {
        List<String> lines = new ArrayList<>();
        String rest = what;
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            int cut = space > WIDTH / 2 ? space : WIDTH;
            lines.add(rest.substring(0, cut));
            rest = "    " + rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }

    private void endLine() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        text.append('\n');
    }
}
