/** YAML files as trees that remember where everything stood, and the problems found in them, each with its place. */
@NullMarked
package dev.photofinish.scenarios.yaml;

import org.jspecify.annotations.NullMarked;
