/** Whether the server is up. */
@NullMarked
package dev.photofinish.misty.health;

import org.jspecify.annotations.NullMarked;
