package dev.photofinish.explorer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of certificates, and files of something else. */
class TrustTest {

    @TempDir
    private Path folder;

    private Path file;

    private final X509Bundle certificate;

    TrustTest() throws Exception {
        certificate = new CertificateBuilder()
                .subject("CN=an authority of the tests")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    @BeforeEach
    void choose() {
        file = folder.resolve("trusted.pem");
    }

    @Test
    void certificatesAreFoundBesideTextAndKeys() throws Exception {
        Files.writeString(
                file,
                "the office's server\n" + certificate.getPrivateKeyPEM() + "\n" + certificate.getCertificatePEM() + "\n"
                        + certificate.getCertificatePEM());

        assertThat(Trust.onlyIn(file).getProtocol()).isEqualTo("TLS");
    }

    @Test
    void aFileThatIsNotThere() {
        refused("The file " + file + " does not exist.");
    }

    @Test
    void aFolder() throws Exception {
        Files.createDirectory(file);

        refused(file + " is a folder.");
    }

    @Test
    void aFileThatIsNotPem() throws Exception {
        Files.writeString(file, "hello");

        refused(file + " is no PEM file.");
    }

    @Test
    void aFileWithoutACertificate() throws Exception {
        Files.writeString(file, certificate.getPrivateKeyPEM());

        refused(file + " holds no certificate, only PRIVATE KEY.");
    }

    @Test
    void aCertificateThatIsDamaged() throws Exception {
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n");

        refused("A certificate in " + file + " cannot be read: it is damaged.");
    }

    private void refused(String found) {
        assertThatThrownBy(() -> Trust.onlyIn(file))
                .isInstanceOf(UnusableCertificates.class)
                .hasMessageStartingWith(found)
                .hasMessageEndingWith(
                        "Expected the certificate of the authority that signed the server's, or the server's"
                                + " own, in PEM form (-----BEGIN CERTIFICATE-----).");
    }
}
