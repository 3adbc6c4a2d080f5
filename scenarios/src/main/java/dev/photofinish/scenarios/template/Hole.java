package dev.photofinish.scenarios.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.scenarios.yaml.Location;

/** Something between {@code {{} and {@code }}}. */
sealed interface Hole permits Reference, Moment {

    Location at();

    JsonNode value(Scope scope, Dates dates);
}
