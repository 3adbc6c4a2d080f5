package dev.photofinish.misty.auth;

/** The user behind a request, as their token says (not the database: a changed role counts from the next sign-in). */
public record Caller(String userId, String username, Role role) {}
