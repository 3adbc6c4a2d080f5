/** HTTP/1.1 as a race needs it: a connection of one's own, a request that can be held back by its last byte. */
@NullMarked
package dev.photofinish.scenarios.http;

import org.jspecify.annotations.NullMarked;
