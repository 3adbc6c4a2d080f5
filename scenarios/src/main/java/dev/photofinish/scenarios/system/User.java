package dev.photofinish.scenarios.system;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Somebody who can sign in.
 *
 * @param attributes everything the file says about the user, what {@code {{user}}} stands for; holds secrets
 */
public record User(String name, String role, ObjectNode attributes) {

    /** Without the attributes: records end up in logs. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
