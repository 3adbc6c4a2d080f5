package dev.photofinish.explorer.document;

/**
 * What an update does to one path.
 *
 * @param operand what with, as text that is equal where the database holds the values for equal
 */
public record Edit(String path, How how, String operand) {

    /** In which way. */
    public enum How {
        /** To a value that the client has computed, or chosen. */
        SET,
        /** A time that the client has taken; it says when, and not what. */
        STAMP,
        /** By a number, downwards. */
        TAKE,
        /** By a number, upwards. */
        GIVE,
        /** One more in a list, whatever is in it. */
        ADD,
        /** One more in a set, unless it is there. */
        JOIN,
        REMOVE,
        /** By what stands in the document itself, or in a way that is not known. */
        OTHER
    }

    /** Whether both change the same value, or one a part of what the other changes. */
    public boolean meets(Edit other) {
        return path.equals(other.path) || within(path, other.path) || within(other.path, path);
    }

    private static boolean within(String inner, String outer) {
        return inner.startsWith(outer + ".");
    }
}
