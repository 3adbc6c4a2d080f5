/** A running system under test: who is signed in on which connection, and what an operation sends and means there. */
@NullMarked
package dev.photofinish.scenarios.deployment;

import org.jspecify.annotations.NullMarked;
