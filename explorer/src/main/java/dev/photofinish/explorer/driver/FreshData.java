package dev.photofinish.explorer.driver;

/** Puts the data back as they were, before each schedule. */
@FunctionalInterface
public interface FreshData {

    /** @throws Exception if it cannot; the schedule then does not begin */
    void make() throws Exception;
}
