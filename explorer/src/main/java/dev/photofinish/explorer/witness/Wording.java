package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.step.Access;
import dev.photofinish.explorer.step.Mode;
import dev.photofinish.explorer.step.Step;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What steps do, in words. */
final class Wording {

    /** Ids, tokens and times, which differ although the change is the same. */
    private static final Pattern OPAQUE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.+Z-]+|\\b(?=\\w*\\d)[0-9a-fA-F-]{8,}\\b");

    /** An update that says what to change, and does not replace the whole document with what somebody had read. */
    private static final Pattern OPERATOR =
            Pattern.compile("\\{\\$(set|unset|push|pull|addToSet|currentDate|rename|min|max)\\b");

    private static final Pattern NUMBER_VALUE = Pattern.compile(":\\s*-?\\d");

    private Wording() {}

    /** Whether it adds documents. */
    static boolean creates(Step step) {
        String name = step.command().name().toLowerCase(Locale.ROOT);
        return name.equals("insert")
                || step.command().text().toLowerCase(Locale.ROOT).contains("upsert");
    }

    /** Whether it changes a number by an amount, whatever the number is. */
    static boolean counts(Step step) {
        return step.command().text().contains("$inc");
    }

    /** Whether two make the same change, such as that of a status; a computed number is a change of its own. */
    static boolean sameChange(Step one, Step other) {
        String change = OPAQUE.matcher(one.command().text()).replaceAll("…");
        return one.command().shape().equals(other.command().shape())
                && change.equals(OPAQUE.matcher(other.command().text()).replaceAll("…"))
                && OPERATOR.matcher(change).find()
                && !NUMBER_VALUE.matcher(change).find();
    }

    /** What both touch. */
    static String shared(Step one, Step other) {
        return one.command().accesses().stream()
                .filter(mine -> other.command().accesses().stream().anyMatch(mine::conflictsWith))
                .map(Wording::name)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** What it writes. */
    static String written(Step step) {
        return step.command().accesses().stream()
                .filter(access -> access.mode() == Mode.WRITE)
                .map(Wording::name)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** Without the database, which is the same for all. */
    private static String name(Access access) {
        return Objects.requireNonNull(
                access.namespace().substring(access.namespace().indexOf('.') + 1));
    }
}
