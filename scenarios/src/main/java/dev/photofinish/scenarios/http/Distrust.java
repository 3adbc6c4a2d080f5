package dev.photofinish.scenarios.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the certificate that a server shows is not accepted. */
public enum Distrust {
    EXPIRED,
    UNKNOWN_AUTHORITY,
    OTHER_HOST;

    /** Nothing if that is not why a connection failed. */
    public static Optional<Distrust> in(Throwable problem) {
        if (caused(problem, CertificateExpiredException.class)) {
            return Optional.of(EXPIRED);
        }
        if (caused(problem, CertPathBuilderException.class) || caused(problem, CertPathValidatorException.class)) {
            return Optional.of(UNKNOWN_AUTHORITY);
        }
        return caused(problem, CertificateException.class) ? Optional.of(OTHER_HOST) : Optional.empty();
    }

    private static boolean caused(Throwable problem, Class<? extends Throwable> kind) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause).anyMatch(kind::isInstance);
    }
}
