package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.step.Step;
import java.util.List;
import java.util.Optional;

/**
 * Why a schedule breaks a rule.
 *
 * @param anomaly its textbook name, where it has one: no name is better than a wrong one
 * @param sentence such as "B wrote test.balances, which it had read before A's write."
 * @param steps the steps that conflict, in the schedule's order
 */
public record Explanation(Optional<Anomaly> anomaly, String sentence, List<Step> steps) {}
