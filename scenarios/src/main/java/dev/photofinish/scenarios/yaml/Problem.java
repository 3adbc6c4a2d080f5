package dev.photofinish.scenarios.yaml;

/**
 * One thing that is wrong with a file.
 *
 * @param found what stands there, and in what
 * @param expected what should; may be empty where {@code found} says it all
 * @param cure what to do about it; may be empty where {@code expected} says it all
 */
public record Problem(Location where, String found, String expected, String cure) {

    /** All of it in one line: {@code misty.yaml:12:5: unknown key "acepted" in operation a; expected …; did you mean …?} */
    @Override
    public String toString() {
        return where + ": " + found + (expected.isEmpty() ? "" : "; expected " + expected)
                + (cure.isEmpty() ? "" : "; " + cure);
    }
}
