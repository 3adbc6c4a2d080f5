package dev.photofinish.cli;

import dev.photofinish.scenarios.race.RoundListener;

/** Shows how a race goes on: a bar for a person who watches, plain lines for a log. */
interface Progress extends RoundListener, AutoCloseable {

    static Progress on(Terminal terminal, String scenario, int rounds) {
        return terminal.interactive()
                ? new ProgressBarOnTerminal(terminal, scenario, rounds)
                : new ProgressLines(terminal, scenario, rounds);
    }

    @Override
    void close();
}
