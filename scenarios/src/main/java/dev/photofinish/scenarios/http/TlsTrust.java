package dev.photofinish.scenarios.http;

import java.nio.file.Path;

/** Whose certificates an {@code https} endpoint may show. */
public sealed interface TlsTrust {

    /** What the Java runtime trusts. */
    static TlsTrust system() {
        return new SystemDefault();
    }

    /** Only the certificates in that PEM file: an authority's, or the server's own self-signed one. */
    static TlsTrust pem(Path file) {
        return new Pem(file);
    }

    record SystemDefault() implements TlsTrust {}

    record Pem(Path file) implements TlsTrust {}
}
