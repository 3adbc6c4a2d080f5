package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlMap;
import dev.photofinish.scenarios.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@code accepted} and {@code refused} mean. */
final class AnswersReader {

    private static final List<AnswerPattern> ANY_2XX = List.of(AnswerPattern.ofStatus(new StatusRange(200, 299)));
    private static final List<AnswerPattern> NO =
            List.of(AnswerPattern.ofStatus(StatusRange.only(400)), AnswerPattern.ofStatus(StatusRange.only(409)));
    private static final List<AnswerPattern> SIGNED_IN = List.of(AnswerPattern.ofStatus(new StatusRange(200, 399)));
    private static final List<StatusRange> NO_FAILURE = List.of(new StatusRange(100, 499));

    private AnswersReader() {}

    static Answers ofOperation(YamlNode operation, Problems problems) {
        List<AnswerPattern> accepted =
                operation.get("accepted").map(AnswersReader::patterns).orElse(ANY_2XX);
        List<AnswerPattern> refused = operation
                .get("refused")
                .map(AnswersReader::patterns)
                .orElseGet(() ->
                        NO.stream().filter(no -> !contradicts(no, accepted)).toList());
        operation
                .get("refused")
                .ifPresent(node -> refused.stream()
                        .filter(no -> contradicts(no, accepted))
                        .findFirst()
                        .ifPresent(no -> problems.add(
                                node.at(),
                                "the status " + no.statuses().getFirst() + " means refused and accepted at once",
                                "each status in one of the two",
                                "add a header or a body that tells them apart")));
        return new Answers(accepted, refused);
    }

    static List<AnswerPattern> ofLogin(YamlNode request) {
        return request.get("accepted").map(AnswersReader::patterns).orElse(SIGNED_IN);
    }

    private static boolean contradicts(AnswerPattern no, List<AnswerPattern> accepted) {
        return !no.looksInside()
                && accepted.stream()
                        .filter(yes -> !yes.looksInside())
                        .anyMatch(yes -> no.statuses().stream()
                                .anyMatch(status -> yes.statuses().stream().anyMatch(status::overlaps)));
    }

    private static List<AnswerPattern> patterns(YamlNode node) {
        return node.itemsOrSelf().stream().map(AnswersReader::pattern).toList();
    }

    private static AnswerPattern pattern(YamlNode node) {
        if (!(node instanceof YamlMap)) {
            return new AnswerPattern(statuses(node), Map.of(), Optional.empty());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        node.get("header").ifPresent(map -> map.entries().forEach((name, value) -> headers.put(name, value.text())));
        return new AnswerPattern(
                node.get("status").map(AnswersReader::statuses).orElse(NO_FAILURE),
                headers,
                node.get("body").map(YamlNode::text));
    }

    private static List<StatusRange> statuses(YamlNode node) {
        return node.itemsOrSelf().stream()
                .map(YamlNode::text)
                .flatMap(text -> range(text).stream())
                .toList();
    }

    /** Empty for what is no status: the schema has reported it. */
    private static Optional<StatusRange> range(String text) {
        if (text.matches("[1-5]xx")) {
            int hundred = (text.charAt(0) - '0') * 100;
            return Optional.of(new StatusRange(hundred, hundred + 99));
        }
        return text.matches("[1-5]\\d\\d") ? Optional.of(StatusRange.only(Integer.parseInt(text))) : Optional.empty();
    }
}
