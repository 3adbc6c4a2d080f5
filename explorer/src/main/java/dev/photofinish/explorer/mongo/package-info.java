/** MongoDB's protocol as the explorer sees it: commands as steps, replies as answers, operations watched. */
@NullMarked
package dev.photofinish.explorer.mongo;

import org.jspecify.annotations.NullMarked;
