package dev.photofinish.scenarios.template;

import java.util.regex.Pattern;

/**
 * What looks like a secret though nobody has said that it is one: hashed passwords, tokens, and fields with such names. An
 * application's answers and documents are full of them. The explorer, which depends on nothing of ours, has its own for commands.
 */
final class SecretLooks {

    /** Hashed passwords as bcrypt, crypt, Argon2 and the frameworks write them, signed tokens, and what follows "Bearer". */
    private static final Pattern VALUE = Pattern.compile("\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{20,}"
            + "|\\$(?:argon2(?:id|i|d)|scrypt|pbkdf2(?:-\\w+)?|[1567y])\\$[^\\s\"',}\\]]+"
            + "|\\b(?:pbkdf2|scrypt|bcrypt|argon2)[:_][\\w:]+\\$[^\\s\"',}\\]]+"
            + "|\\beyJ[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]*)?"
            + "|(?<=[Bb]earer )[\\w.~+/=-]{8,}");

    private static final String NAMES =
            "pass(?:word|wd|phrase|code)|pwd|secret|token|api[-_]?key|private[-_]?key|authori[sz]ation|credential|cookie|salt";

    /** A field of a JSON text, perhaps cut off in the middle, or of a form. */
    private static final Pattern FIELD =
            Pattern.compile("(?i)(\"[^\"]*(?:" + NAMES + ")[^\"]*\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*(?:\"|$)");

    private static final Pattern FORM =
            Pattern.compile("(?i)((?:^|[?&])[^=&\\s\"]*(?:" + NAMES + ")[^=&\\s\"]*=)[^&\\s\"]+");

    private SecretLooks() {}

    static String mask(String text, String mask) {
        String withoutFields = FIELD.matcher(text).replaceAll("$1\"" + mask + "\"");
        String withoutForms = FORM.matcher(withoutFields).replaceAll("$1" + mask);
        return VALUE.matcher(withoutForms).replaceAll(mask);
    }
}
