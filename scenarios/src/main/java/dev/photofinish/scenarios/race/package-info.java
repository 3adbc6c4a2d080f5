/** Racing a scenario: contenders that are released together, what they were told, and what to think of it. */
@NullMarked
package dev.photofinish.scenarios.race;

import org.jspecify.annotations.NullMarked;
