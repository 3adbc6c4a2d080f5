/** MongoDB's protocol as the explorer sees it: commands as steps, replies as answers, data put back, operations watched. */
@NullMarked
package dev.photofinish.explorer.mongo;

import org.jspecify.annotations.NullMarked;
