/** Racing a scenario over HTTP: contenders meet, are released together, and what they did is recorded. */
@NullMarked
package dev.photofinish.scenarios.race;

import org.jspecify.annotations.NullMarked;
