package dev.photofinish.misty.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Restricts an {@link EveryEngine} class, or one of its tests, to the engines where it makes sense. A class simply does not run
 * on the others; a single test is reported as skipped on them, with the reason.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEngine {

    Engine[] value();

    /** Why not on the others: {@code "transactions"}. */
    String because();
}
