/**
 * Whose a command is, when a contender is quiet, and what came too late: decided here and nowhere else. It knows commands and
 * replies as documents, and nothing of sockets.
 */
@NullMarked
package dev.photofinish.explorer.attribution;

import org.jspecify.annotations.NullMarked;
