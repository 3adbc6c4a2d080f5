package dev.photofinish.scenarios.template;

import dev.photofinish.scenarios.template.TextTemplate.Part;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlScalar;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the holes of a text. */
final class HoleParser {

    private static final Pattern HOLE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern REFERENCE =
            Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)((?:\\.[A-Za-z0-9_-]+)*)\\s*");
    private static final Pattern MOMENT =
            Pattern.compile("\\s*now\\s*(?:([+-])\\s*(\\d{1,6})\\s*(second|minute|hour|day|week)s?)?\\s*");

    private static final String FORMS = "{{name}}, {{name.path}}, {{now}} or {{now - 1 day}}";

    private final YamlScalar scalar;
    private final Problems problems;

    private HoleParser(YamlScalar scalar, Problems problems) {
        this.scalar = scalar;
        this.problems = problems;
    }

    static Template parse(YamlScalar scalar, Problems problems) {
        return new HoleParser(scalar, problems).parse(scalar.text());
    }

    private Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = HOLE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            checkLiteral(text.substring(end, matcher.start()), end);
            parts.add(new Part(text.substring(end, matcher.start()), hole(matcher.group(1), matcher.start())));
            end = matcher.end();
        }
        checkLiteral(text.substring(end), end);
        if (parts.isEmpty()) {
            return new FixedTemplate(scalar.toJson());
        }
        Optional<Hole> only = parts.getFirst().hole();
        if (parts.size() == 1
                && end == text.length()
                && only.isPresent()
                && parts.getFirst().literal().isEmpty()) {
            return new HoleTemplate(only.get());
        }
        parts.add(new Part(text.substring(end), Optional.empty()));
        return new TextTemplate(parts);
    }

    private void checkLiteral(String literal, int offset) {
        int open = literal.indexOf("{{");
        if (open >= 0) {
            problems.add(scalar.at(offset + open), "a {{ without its }}", FORMS);
        }
    }

    private Optional<Hole> hole(String inside, int offset) {
        Matcher moment = MOMENT.matcher(inside);
        if (moment.matches()) {
            return Optional.of(new Moment(shift(moment), scalar.at(offset)));
        }
        Matcher reference = REFERENCE.matcher(inside);
        if (reference.matches() && !reference.group(1).equals("now")) {
            return Optional.of(new Reference(reference.group(1), path(reference.group(2)), scalar.at(offset)));
        }
        problems.add(scalar.at(offset), "{{" + inside + "}} is no template", FORMS);
        return Optional.empty();
    }

    private static List<String> path(String dotted) {
        return dotted.isEmpty() ? List.of() : Arrays.asList(dotted.substring(1).split("\\."));
    }

    private static Duration shift(Matcher moment) {
        if (moment.group(1) == null) {
            return Duration.ZERO;
        }
        long amount = Long.parseLong(moment.group(1) + moment.group(2));
        return switch (moment.group(3)) {
            case "week" -> Duration.ofDays(7 * amount);
            case String unit -> Duration.of(amount, ChronoUnit.valueOf(unit.toUpperCase(java.util.Locale.ROOT) + "S"));
        };
    }
}
