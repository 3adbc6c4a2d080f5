package dev.photofinish.scenarios.system;

import java.util.List;
import java.util.Optional;

/**
 * Database commands that are no part of a contest.
 *
 * @param command the command's name; empty for every command
 * @param filterHas fields that its filter must all name; empty for any filter
 */
public record Ignore(String collection, Optional<String> command, List<String> filterHas) {}
