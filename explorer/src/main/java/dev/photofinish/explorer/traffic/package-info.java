/** What a server says it has done against what came through the gate: the difference went past it. */
@NullMarked
package dev.photofinish.explorer.traffic;

import org.jspecify.annotations.NullMarked;
