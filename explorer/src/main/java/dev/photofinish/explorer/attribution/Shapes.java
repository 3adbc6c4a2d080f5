package dev.photofinish.explorer.attribution;

import java.util.regex.Pattern;

/** Shapes of commands for people: {@code find jobs}. Pure. */
final class Shapes {

    private static final Pattern NAME_AND_NAMESPACE = Pattern.compile("(\\S+) [^.\\s]+\\.(\\S+).*");

    private Shapes() {}

    static String brief(String shape) {
        return NAME_AND_NAMESPACE.matcher(shape).replaceFirst("$1 $2");
    }
}
