package dev.photofinish.misty.users;

import dev.photofinish.misty.auth.Role;
import dev.photofinish.misty.http.InvalidField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an administrator changes of an account: the fields that are given; the body of {@code PUT /api/users/{id}}. */
record UserChange(
        Optional<String> username,
        Optional<String> email,
        Optional<String> fullName,
        Optional<Role> role,
        Optional<String> department,
        Optional<String> phone,
        Optional<String> employmentType,
        Optional<Boolean> isActive) {

    UserChange {
        username.ifPresent(given -> InvalidField.notBlank("username", given));
        email.ifPresent(given -> InvalidField.notBlank("email", given));
    }

    /** The given fields under their stored names. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        username.ifPresent(given -> fields.put("username", given));
        email.ifPresent(given -> fields.put("email", given));
        fullName.ifPresent(given -> fields.put("full_name", given));
        role.ifPresent(given -> fields.put("role", given.id()));
        department.ifPresent(given -> fields.put("department", given));
        phone.ifPresent(given -> fields.put("phone", given));
        employmentType.ifPresent(given -> fields.put("employment_type", given));
        isActive.ifPresent(given -> fields.put("is_active", given));
        return fields;
    }
}
