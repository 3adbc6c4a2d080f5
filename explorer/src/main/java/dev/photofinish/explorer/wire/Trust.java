package dev.photofinish.explorer.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Which servers are believed to be who they say. */
public final class Trust {

    /** RFC 7468: what a PEM file holds, and of what kind; the text around it is for people. */
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----.*?-----END \\1-----", Pattern.DOTALL);

    private static final String CERTIFICATE = "CERTIFICATE";

    private static final String WANTED = " Expected the certificate of the authority that signed the server's, or the"
            + " server's own, in PEM form (-----BEGIN CERTIFICATE-----).";

    private Trust() {}

    /**
     * Only those that a file vouches for, in place of the authorities that the JDK knows.
     *
     * @param pem with one certificate or more: an authority's, or a server's own. Whatever else is in it, such as the key in a
     *     server's file, is passed over
     * @throws UnusableCertificates if there is no such file, or no certificate in it
     */
    public static SSLContext onlyIn(Path pem) throws UnusableCertificates {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates(pem)) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (CertificateException broken) {
            throw new UnusableCertificates(
                    "A certificate in " + pem + " cannot be read: it is damaged." + WANTED, broken);
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("This JDK cannot trust certificates of a file.", broken);
        }
    }

    /** What the JDK trusts, and shows if it is asked for a certificate of ours: {@code javax.net.ssl.*} say which. */
    static SSLContext ofTheJdk() throws CannotOpenGate {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException unusable) {
            throw new CannotOpenGate(
                    "This JDK cannot speak TLS: " + unusable.getMessage()
                            + ". Look at what javax.net.ssl.trustStore and javax.net.ssl.keyStore say.",
                    unusable);
        }
    }

    private static List<Certificate> certificates(Path pem) throws UnusableCertificates, CertificateException {
        List<MatchResult> blocks = BLOCK.matcher(text(pem)).results().toList();
        if (blocks.isEmpty()) {
            throw new UnusableCertificates(pem + " is no PEM file." + WANTED);
        }
        List<String> found = blocks.stream()
                .filter(block -> block.group(1).equals(CERTIFICATE))
                .map(MatchResult::group)
                .toList();
        if (found.isEmpty()) {
            String kinds =
                    blocks.stream().map(block -> block.group(1)).distinct().collect(Collectors.joining(", "));
            throw new UnusableCertificates(pem + " holds no certificate, only " + kinds + "." + WANTED);
        }
        byte[] all = String.join("\n", found).getBytes(StandardCharsets.ISO_8859_1);
        return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(all)));
    }

    private static String text(Path pem) throws UnusableCertificates {
        if (Files.isDirectory(pem)) {
            throw new UnusableCertificates(pem + " is a folder." + WANTED);
        }
        try {
            return new String(Files.readAllBytes(pem), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            String why = Files.exists(pem) ? "cannot be read" : "does not exist";
            throw new UnusableCertificates("The file " + pem + " " + why + "." + WANTED, unreadable);
        }
    }
}
