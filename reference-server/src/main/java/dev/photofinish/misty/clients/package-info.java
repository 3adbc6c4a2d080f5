/** Clients: whom the house works for. They are never deleted, only no longer active. */
@NullMarked
package dev.photofinish.misty.clients;

import org.jspecify.annotations.NullMarked;
