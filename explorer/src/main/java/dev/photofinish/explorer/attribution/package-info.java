/**
 * Whose a command is, when a contender is quiet, and what came too late: decided here and nowhere else. It knows commands and
 * replies as documents, and nothing of sockets.
 *
 * <p>What guards what. {@code Attribution} is the lock of an execution: all that is said to be guarded by it belongs to it alone, but
 * for {@code Habits} and {@code Sequels}, which executions inherit from each other and between two of them {@code Watch} reads. Nothing
 * is done under it that waits, and the gatekeeper's lock is taken after it, never before. {@code Crossing}, a command's way into the
 * database and back, is not under it, nor is {@code Bypass}; they have no state to guard. These have a small lock of their own, under
 * which they call nobody, since other threads use them as well:
 *
 * <ul>
 *   <li>{@code Arrival}: the event loops, for replies and for clients that leave;
 *   <li>{@code Calm}, {@code Lateness}: the explorer's thread, which waits there;
 *   <li>{@code Background}: executions of other contests at the same gate, and who prints the report;
 *   <li>{@code Watch}: the event loops between executions; it alone calls others under its lock: {@code Background}, {@code Lateness}
 *       and {@code Tally}, none of which calls anybody;
 *   <li>{@code Transactions}: the explorer's thread, which aborts what was left open;
 *   <li>{@code Halfway}: two locks, for its threads of its own, which ask the server.
 * </ul>
 *
 * {@code Cursors}, {@code UnderWay} and {@code Tally} are concurrent maps, each entry of which stands for itself.
 */
@NullMarked
package dev.photofinish.explorer.attribution;

import org.jspecify.annotations.NullMarked;
