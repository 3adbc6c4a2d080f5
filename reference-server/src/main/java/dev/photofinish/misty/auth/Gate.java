package dev.photofinish.misty.auth;

import static dev.photofinish.misty.auth.Role.ADMIN;
import static dev.photofinish.misty.auth.Role.MANAGER;
import static dev.photofinish.misty.auth.Role.PRODUCTION_MANAGER;
import static dev.photofinish.misty.auth.Role.PRODUCTION_TEAM;
import static dev.photofinish.misty.auth.Role.SALES;

import java.util.EnumSet;
import java.util.Set;

/** The roles that an endpoint lets in; the original's matrix. */
public enum Gate {
    /** Any of the five working roles. */
    WORKING(EnumSet.of(ADMIN, PRODUCTION_MANAGER, MANAGER, PRODUCTION_TEAM, SALES)),
    /** Everyone with a valid token. */
    SIGNED_IN(EnumSet.allOf(Role.class)),
    ADMIN_OR_MANAGER(EnumSet.of(ADMIN, MANAGER)),
    ADMIN_OR_SALES(EnumSet.of(ADMIN, SALES)),
    PRODUCTION(EnumSet.of(ADMIN, PRODUCTION_MANAGER, MANAGER, PRODUCTION_TEAM)),
    PAYROLL(EnumSet.of(ADMIN, PRODUCTION_MANAGER, MANAGER)),
    ADMIN_ONLY(EnumSet.of(ADMIN));

    private final Set<Role> roles;

    Gate(Set<Role> roles) {
        this.roles = roles;
    }

    public boolean opensFor(Role role) {
        return roles.contains(role);
    }
}
