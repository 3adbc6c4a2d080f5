/** Conditions in CEL, the Common Expression Language: typed where they can be, unable to loop, read once and judged often. */
@NullMarked
package dev.photofinish.scenarios.expression;

import org.jspecify.annotations.NullMarked;
