/** The wire gate: a TCP proxy for MongoDB's wire protocol that holds the commands of an unmodified application. */
@NullMarked
package dev.photofinish.explorer.wire;

import org.jspecify.annotations.NullMarked;
