package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.http.Header;
import dev.photofinish.scenarios.http.HttpAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an answer looks like; all of it must fit.
 *
 * @param statuses one of which must be the status
 * @param headers by name, what one header of that name must be; {@code *} stands for any text
 * @param body a text that the body must contain
 */
public record AnswerPattern(List<StatusRange> statuses, Map<String, String> headers, Optional<String> body) {

    public static AnswerPattern ofStatus(StatusRange status) {
        return new AnswerPattern(List.of(status), Map.of(), Optional.empty());
    }

    public boolean fits(HttpAnswer answer) {
        return statuses.stream().anyMatch(range -> range.contains(answer.status()))
                && headers.entrySet().stream().allMatch(header -> hasHeader(answer, header.getKey(), header.getValue()))
                && body.map(answer.body()::contains).orElse(true);
    }

    /** Whether it looks at more than the status, which makes it the more specific of two that fit. */
    boolean looksInside() {
        return !headers.isEmpty() || body.isPresent();
    }

    private static boolean hasHeader(HttpAnswer answer, String name, String expected) {
        Pattern pattern = Pattern.compile(
                Arrays.stream(expected.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .anyMatch(value -> pattern.matcher(value).matches()
                        || pattern.matcher(withoutOrigin(value)).matches());
    }

    /** A redirect may name the whole address where only its path was meant. */
    private static String withoutOrigin(String value) {
        return value.replaceFirst("^https?://[^/]+", "");
    }
}
