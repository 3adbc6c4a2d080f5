package dev.photofinish.explorer.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Which servers are believed to be who they say. */
final class Trust {

    private Trust() {}

    /**
     * @param authorities a PEM file; the JDK's own authorities if empty
     * @throws CannotOpenGate if the file holds no certificates
     */
    static SSLContext of(Optional<Path> authorities) throws CannotOpenGate {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(authorities.isPresent() ? read(authorities.get()) : null);
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotOpenGate(
                    "The certificates of " + authorities.map(Path::toString).orElse("this JDK") + " cannot be read: "
                            + e.getMessage() + ". Expected a PEM file with one or more.",
                    e);
        }
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException("there is none in it");
            }
        }
        return store;
    }
}
