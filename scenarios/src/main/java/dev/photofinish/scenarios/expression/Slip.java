package dev.photofinish.scenarios.expression;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write who think of another language than CEL. The parser only says at which token it was lost, which is seldom the
 * one that is wrong. Pure.
 *
 * @param offset where it stands in the expression
 * @param expected what CEL has for it
 */
record Slip(int offset, String found, String expected) {

    private record Kind(Pattern pattern, String found, String expected) {

        private Kind(String pattern, String found, String expected) {
            this(Pattern.compile(pattern), found, expected);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("[=!]==", "three signs, as JavaScript compares", "== or !="),
            new Kind("(?<![=!<>])=>", "=>, as in JavaScript", "a name and a condition: list.filter(i, i.n > 1)"),
            new Kind("(?<![=!<>])=(?!=)", "=, which compares nothing", "=="),
            new Kind("<>", "<>, as in SQL", "!="),
            new Kind("(?i)(?<=[\\s)])and(?=[\\s(])", "\"and\"", "&&"),
            new Kind("(?i)(?<=[\\s)])or(?=[\\s(])", "\"or\"", "||"),
            new Kind("(?i)(?<![\\w.])not(?=[\\s(])", "\"not\"", "! before what is not to be"),
            new Kind("(?i)(?<=[\\s)])is(?=\\s)", "\"is\"", "== or != (body.n == null)"),
            new Kind(
                    "(?<![\\w.])(?:True|False|TRUE|FALSE)(?!\\w)",
                    "a capital letter in what is true or false",
                    "true or false"),
            new Kind("(?<![\\w.])(?:None|nil|undefined|NULL)(?!\\w)", "nothing by another language's name", "null"),
            new Kind("(?<![\\w.])if(?=[\\s(])", "\"if\"", "condition ? one : other"),
            new Kind("\\?\\.", "?., as in JavaScript", "has(a.b) && …, where b may not be there"),
            new Kind("(?<![\\w.])(?:len|length|count)(?=\\()", "a count by another language's name", "size(…)"),
            new Kind(
                    "(?<=\\s)(?:matches|contains|startsWith|endsWith)(?=\\s)",
                    "a function between two values",
                    "text.matches(\"…\")"),
            new Kind(";", "a semicolon", "one expression, without an end"));

    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'");

    /** The first, if there is one; what stands in quotes may say what it likes. */
    static Optional<Slip> in(String expression) {
        String code = TEXT.matcher(expression)
                .replaceAll(text ->
                        Matcher.quoteReplacement("\"".repeat(text.group().length())));
        return KINDS.stream()
                .flatMap(kind -> kind.pattern
                        .matcher(code)
                        .results()
                        .limit(1)
                        .map(MatchResult::start)
                        .map(offset -> new Slip(offset, kind.found, kind.expected)))
                .findFirst()
                .or(() -> unclosed(code));
    }

    private static Optional<Slip> unclosed(String code) {
        return Pattern.compile("(?<![\"'])[\"'](?![\"'])")
                .matcher(code)
                .results()
                .map(MatchResult::start)
                .map(offset -> new Slip(offset, "a text that has no end", "the same quote once more"))
                .findFirst();
    }
}
