/** Scenarios under Gatling: its virtual users are the contenders, its statistics carry the verdicts. */
@NullMarked
package dev.photofinish.scenarios.load;

import org.jspecify.annotations.NullMarked;
