/** The scenario file: a contest, checked against the system it is about. */
@NullMarked
package dev.photofinish.scenarios.scenario;

import org.jspecify.annotations.NullMarked;
