/**
 * What commands mean to do to documents and what their answers show of them, without a word of the database's language: by this
 * a schedule is explained. Pure.
 */
@NullMarked
package dev.photofinish.explorer.document;

import org.jspecify.annotations.NullMarked;
