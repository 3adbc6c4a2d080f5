/** Exploring a scenario: its contenders' database commands go through a gate, which orders them in every way that matters. */
@NullMarked
package dev.photofinish.scenarios.explore;

import org.jspecify.annotations.NullMarked;
