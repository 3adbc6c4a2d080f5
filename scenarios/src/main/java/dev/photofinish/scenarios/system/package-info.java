/** The system file: how to sign in to one kind of application, what its users can do and what must always be true. */
@NullMarked
package dev.photofinish.scenarios.system;

import org.jspecify.annotations.NullMarked;
