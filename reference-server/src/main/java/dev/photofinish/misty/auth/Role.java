package dev.photofinish.misty.auth;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A user's role, as the token carries it. The last three can only sign in and ask who they are. */
public enum Role {
    ADMIN,
    PRODUCTION_MANAGER,
    SALES,
    PRODUCTION_TEAM,
    MANAGER,
    PRODUCTION_STAFF,
    SUPERVISOR,
    EMPLOYEE;

    /** The name on the wire and in the database. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming what there is */
    @JsonCreator
    public static Role of(String id) {
        return Arrays.stream(values())
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a role; expected one of "
                        + Arrays.stream(values()).map(Role::id).collect(Collectors.joining(", "))));
    }
}
