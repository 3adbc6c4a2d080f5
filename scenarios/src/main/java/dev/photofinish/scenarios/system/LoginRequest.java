package dev.photofinish.scenarios.system;

import java.util.List;
import java.util.Map;

/**
 * One request of a login.
 *
 * @param keep what later requests of this user can use, by name
 * @param accepted the answers that mean the user may go on
 */
public record LoginRequest(Request request, Map<String, Keep> keep, List<AnswerPattern> accepted) {}
