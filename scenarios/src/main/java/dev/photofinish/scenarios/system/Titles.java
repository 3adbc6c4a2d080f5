package dev.photofinish.scenarios.system;

/** Titles for what was given none. */
public final class Titles {

    private Titles() {}

    /** {@code allocate-stock} reads as {@code Allocate stock}. */
    public static String of(String name) {
        String words = name.replace('-', ' ').replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
