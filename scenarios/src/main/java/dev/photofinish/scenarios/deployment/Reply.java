package dev.photofinish.scenarios.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.reports.Outcome;
import dev.photofinish.scenarios.http.HttpAnswer;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer means to the one who asked.
 *
 * @param kept the values that were to be kept of it, by name; none unless it was accepted
 * @param flaw why an answer that looks accepted counts as failed: it lacks what it must have
 */
public record Reply(Outcome outcome, HttpAnswer answer, Map<String, JsonNode> kept, Optional<String> flaw) {}
