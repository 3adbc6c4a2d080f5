package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.document.Demands;

/** Whether two commands are about the same document, the surest first. */
enum Meeting {
    PROVEN,
    POSSIBLE,
    NEVER;

    static Meeting of(Demands.Fit fit) {
        return switch (fit) {
            case YES -> PROVEN;
            case MAYBE -> POSSIBLE;
            case NO -> NEVER;
        };
    }

    boolean happens() {
        return this != NEVER;
    }
}
