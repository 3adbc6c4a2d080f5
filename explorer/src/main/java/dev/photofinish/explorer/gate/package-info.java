/**
 * What every gate shares: the contenders' state machine, which lets one of them run at a time and tells slow from blocked. It
 * has threads and a clock, and knows no protocol.
 */
@NullMarked
package dev.photofinish.explorer.gate;

import org.jspecify.annotations.NullMarked;
