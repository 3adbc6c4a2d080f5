package dev.photofinish.scenarios.template;

import java.util.Optional;

/** Where {@code ${NAME}} in a system file gets its value from. */
@FunctionalInterface
public interface Environment {

    /** The value of a variable; empty if it is not set. */
    Optional<String> get(String name);

    /** This process' own environment. */
    static Environment ofProcess() {
        return name -> Optional.ofNullable(System.getenv(name));
    }
}
