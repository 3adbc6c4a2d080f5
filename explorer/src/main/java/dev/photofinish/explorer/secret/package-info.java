/** What looks like a secret, for all who show values to people: here, and in whatever uses the explorer. */
@NullMarked
package dev.photofinish.explorer.secret;

import org.jspecify.annotations.NullMarked;
