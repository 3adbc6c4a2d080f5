package dev.photofinish.reports;

/**
 * One broken rule of one round in a sentence, with what shows it.
 *
 * @param rule the rule's name
 * @param explanation what was expected and what was found
 * @param detail the offending document or answer as JSON, shortened; may be empty
 */
public record Evidence(String rule, String explanation, String detail) {}
