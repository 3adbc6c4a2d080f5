package dev.photofinish.explorer.driver;

import java.util.Map;

/**
 * Reads what there is to judge when all contenders have ended.
 *
 * @param <R> such as the final documents together with what the contenders were told
 */
@FunctionalInterface
public interface ResultReader<R> {

    /** @param outcomes of each contender that took part, in their order */
    R read(Map<String, Outcome> outcomes);
}
