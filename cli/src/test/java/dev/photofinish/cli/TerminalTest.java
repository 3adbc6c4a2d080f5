package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.reports.terminal.Glyphs;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final StringWriter said = new StringWriter();

    @Test
    void foldsBetweenWordsForAPerson() {
        terminal(true).say("Not judged: one two three\nfour");

        assertThat(said).hasToString("Not judged:\none two three\nfour\n");
    }

    @Test
    void keepsALineOfALogInOnePiece() {
        terminal(false).say("Not judged: one two three");

        assertThat(said).hasToString("Not judged: one two three\n");
    }

    private Terminal terminal(boolean interactive) {
        PrintWriter err = new PrintWriter(said, true);
        return new Terminal(new PrintWriter(new StringWriter()), err, interactive, false, Glyphs.ASCII, 14);
    }
}
