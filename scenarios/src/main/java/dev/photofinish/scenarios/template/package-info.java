/** Texts and JSON with {@code {{names}}} in them, the values those names stand for, and what the environment fills in. */
@NullMarked
package dev.photofinish.scenarios.template;

import org.jspecify.annotations.NullMarked;
