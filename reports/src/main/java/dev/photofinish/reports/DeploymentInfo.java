package dev.photofinish.reports;

import java.util.Optional;

/**
 * What was tested.
 *
 * @param label a short name for tables, such as "racy code"; the address where nobody gave one
 * @param url the API's address
 * @param database a description of the database without credentials; empty if it was not reached directly
 */
public record DeploymentInfo(String label, String url, Optional<String> database) {}
