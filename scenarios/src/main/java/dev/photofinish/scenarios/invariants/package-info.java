/** The rules that must always hold, judged on data inside MongoDB or on what the API tells. Nothing here writes. */
@NullMarked
package dev.photofinish.scenarios.invariants;

import org.jspecify.annotations.NullMarked;
