package dev.photofinish.explorer.witness;

import dev.photofinish.explorer.step.Step;
import java.util.List;

/**
 * Why a schedule breaks a rule.
 *
 * @param sentence such as "B wrote test.balances, which it had read before A's write."
 * @param steps the steps that conflict, in the schedule's order
 */
public record Explanation(Anomaly anomaly, String sentence, List<Step> steps) {}
