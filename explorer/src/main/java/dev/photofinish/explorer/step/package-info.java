/** Steps: what the scheduler sees of a contender's commands, and which of them can be exchanged without anybody noticing. Pure. */
@NullMarked
package dev.photofinish.explorer.step;

import org.jspecify.annotations.NullMarked;
