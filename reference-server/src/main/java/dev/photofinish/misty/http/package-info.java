/** Requests in, answers out: routes with their gates, typed bodies, errors as the original words them. */
@NullMarked
package dev.photofinish.misty.http;

import org.jspecify.annotations.NullMarked;
