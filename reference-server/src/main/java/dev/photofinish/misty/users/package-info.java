/** Accounts: sign-in, the list of users, the seeded ones. */
@NullMarked
package dev.photofinish.misty.users;

import org.jspecify.annotations.NullMarked;
