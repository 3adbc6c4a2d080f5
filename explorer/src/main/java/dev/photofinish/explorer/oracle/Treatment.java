package dev.photofinish.explorer.oracle;

/** How the values of a place compare, from the strictest. */
enum Treatment {
    /** As they stand; what {@linkplain Opaque looks generated} up to renaming. */
    AS_IT_STANDS,
    /** Up to renaming, whatever they look like. */
    RENAMED,
    /** Not at all, but there has to be one. */
    ANY,
    /** Not at all, there or not. */
    LEFT_OUT
}
