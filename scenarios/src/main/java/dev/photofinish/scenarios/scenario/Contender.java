package dev.photofinish.scenarios.scenario;

import java.util.List;

/**
 * One user's part in a scenario.
 *
 * @param name what expressions call it
 * @param steps at least one, in order
 */
public record Contender(String name, String role, List<Step.Call> steps) {}
