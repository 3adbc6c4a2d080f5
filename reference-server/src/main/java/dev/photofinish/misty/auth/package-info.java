/** Who is calling and what they may do: passwords, tokens, roles. */
@NullMarked
package dev.photofinish.misty.auth;

import org.jspecify.annotations.NullMarked;
