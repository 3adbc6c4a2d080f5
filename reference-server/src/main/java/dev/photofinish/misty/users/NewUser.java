package dev.photofinish.misty.users;

import dev.photofinish.misty.auth.Role;
import dev.photofinish.misty.http.InvalidField;
import java.util.Optional;

/** What is needed to make an account; the body of {@code POST /api/users} and of register. */
public record NewUser(
        String username,
        String email,
        String password,
        String fullName,
        Optional<Role> role,
        Optional<String> department,
        Optional<String> phone,
        Optional<String> employmentType) {

    public NewUser {
        InvalidField.notBlank("username", username);
        InvalidField.notBlank("email", email);
        InvalidField.notBlank("password", password);
    }

    static NewUser seeded(String username, Role role, String password) {
        return new NewUser(
                username,
                username + "@misty.example",
                password,
                username,
                Optional.of(role),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "NewUser[" + username + "]";
    }
}
