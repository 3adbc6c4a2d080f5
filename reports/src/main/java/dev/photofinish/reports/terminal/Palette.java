package dev.photofinish.reports.terminal;

import dev.photofinish.reports.Verdict;

/** Whether text is coloured; the caller knows about terminals and NO_COLOR. Colour only ever repeats what a word says. */
public enum Palette {
    NONE {
        @Override
        String paint(String text, String code) {
            return text;
        }
    },
    ANSI {
        @Override
        String paint(String text, String code) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    abstract String paint(String text, String code);

    String verdict(String text, Verdict verdict) {
        return paint(
                text,
                switch (verdict) {
                    case HELD -> "32";
                    case VIOLATED -> "1;31";
                    case INCONCLUSIVE -> "33";
                });
    }

    String strong(String text) {
        return paint(text, "1");
    }

    String faint(String text) {
        return paint(text, "2");
    }
}
