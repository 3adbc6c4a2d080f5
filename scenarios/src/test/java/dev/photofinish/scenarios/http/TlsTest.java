package dev.photofinish.scenarios.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(LeakDetection.class)
@Timeout(60)
class TlsTest {

    private static final HttpCall GET = new HttpCall("GET", "/", List.of(), "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void speaksTlsWithAServerWhoseCertificateIsGiven(Release release) throws Exception {
        X509Bundle certificate = certificate().buildSelfSigned();

        try (RawServer server = RawServer.tls(context(certificate), peer -> peer.answerAll("secret"));
                Connections connections = to(server.address(), trusting(certificate))) {
            Shot shot = connections.connection().prepare(GET, release);
            connections.release(List.of(shot));

            assertThat(shot.answer())
                    .isInstanceOfSatisfying(
                            Finish.Answered.class,
                            answered -> assertThat(answered.answer().body()).isEqualTo("secret"));
        }
    }

    @Test
    void holdsBackExactlyOneByteUnderTls() throws Exception {
        X509Bundle certificate = certificate().buildSelfSigned();
        CompletableFuture<Integer> length = new CompletableFuture<>();
        CompletableFuture<Long> headArrived = new CompletableFuture<>();
        CompletableFuture<Long> lastByteArrived = new CompletableFuture<>();

        try (RawServer server = RawServer.tls(context(certificate), peer -> {
                    peer.read(length.get() - 1);
                    headArrived.complete(System.nanoTime());
                    peer.read(1);
                    lastByteArrived.complete(System.nanoTime());
                    peer.answer(200, "");
                });
                Connections connections = to(server.address(), trusting(certificate))) {
            length.complete(
                    RequestBytes.of(GET, Endpoint.of(server.address(), TlsTrust.system(), Timeouts.DEFAULT)).length);
            Shot shot = connections.connection().prepare(GET, Release.LAST_BYTE);
            headArrived.get();
            long beforeRelease = System.nanoTime();
            connections.release(List.of(shot));

            assertThat(lastByteArrived.get()).isGreaterThan(beforeRelease);
        }
    }

    @Test
    void saysThatACertificateIsNotTrusted() throws Exception {
        try (RawServer server = RawServer.tls(context(certificate().buildSelfSigned()), RawPeer::readRequest)) {
            assertNoAnswer(
                    server.address(),
                    TlsTrust.system(),
                    "The TLS certificate of " + server.address()
                            + " is not trusted: no trusted authority signed it. Give the authority's certificate, or the server's own, as a PEM file.");
        }
    }

    @Test
    void saysThatACertificateIsForAnotherHost() throws Exception {
        X509Bundle other = new CertificateBuilder()
                .subject("CN=other")
                .addSanDnsName("other.example.org")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        try (RawServer server = RawServer.tls(context(other), RawPeer::readRequest)) {
            assertNoAnswer(
                    server.address(),
                    trusting(other),
                    "The TLS certificate of " + server.address()
                            + " is not for 127.0.0.1: No subject alternative names matching IP address 127.0.0.1 found. Use the name that the certificate is for.");
        }
    }

    @Test
    void saysThatACertificateHasExpired() throws Exception {
        X509Bundle authority = certificate().subject("CN=authority").buildSelfSigned();
        X509Bundle expired = certificate()
                .setIsCertificateAuthority(false)
                .notBefore(Instant.now().minus(Duration.ofDays(20)))
                .notAfter(Instant.now().minus(Duration.ofDays(10)))
                .buildIssuedBy(authority);
        try (RawServer server = RawServer.tls(context(expired), RawPeer::readRequest)) {
            assertNoAnswer(
                    server.address(),
                    trusting(authority),
                    "The TLS certificate of " + server.address() + " has expired. Renew it.");
        }
    }

    @Test
    void saysThatAPlainPortDoesNotSpeakTls() throws Exception {
        try (RawServer server = RawServer.plain(peer -> {
            peer.read(1);
            peer.answer(400, "");
            peer.readToEnd();
        })) {
            URI address = server.address("https");
            assertNoAnswer(
                    address,
                    TlsTrust.system(),
                    address + " does not speak TLS on this port. Use http:// in its address, or another port.");
        }
    }

    @Test
    void saysThatATlsPortSpeaksTls() throws Exception {
        try (RawServer server = RawServer.tls(context(certificate().buildSelfSigned()), RawPeer::readRequest)) {
            URI address = server.address("http");
            assertNoAnswer(
                    address, TlsTrust.system(), address + " speaks TLS on this port. Use https:// in its address.");
        }
    }

    @Test
    void saysThatAPortClosesDuringTheHandshake() throws Exception {
        try (RawServer server = RawServer.plain(peer -> peer.read(1))) {
            URI address = server.address("https");
            assertThatThrownBy(() -> send(address, TlsTrust.system()))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageStartingWith(address.toString());
        }
    }

    @Test
    void saysThatTheTrustedCertificatesAreMissing() {
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> to(URI.create("https://127.0.0.1:1"), TlsTrust.pem(missing)))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("The trusted certificates' file %s does not exist or cannot be read.", missing);
    }

    @Test
    void saysThatTheTrustedCertificatesAreNone() throws Exception {
        Path notPem = Files.writeString(folder.resolve("not.pem"), "hello");

        assertThatThrownBy(() -> to(URI.create("https://127.0.0.1:1"), TlsTrust.pem(notPem)))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage(
                        "The trusted certificates cannot be used: %s holds no certificate in PEM form (-----BEGIN CERTIFICATE-----).",
                        notPem);
    }

    private static CertificateBuilder certificate() {
        return new CertificateBuilder()
                .subject("CN=loopback")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true);
    }

    private TlsTrust trusting(X509Bundle certificate) throws IOException {
        return TlsTrust.pem(Files.writeString(folder.resolve("trusted.pem"), certificate.getCertificatePEM()));
    }

    private static SSLContext context(X509Bundle certificate) throws Exception {
        KeyManagerFactory keys = certificate.toKeyManagerFactory();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void assertNoAnswer(URI address, TlsTrust trust, String message) {
        assertThatThrownBy(() -> send(address, trust))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage(message);
    }

    private static void send(URI address, TlsTrust trust) throws NoAnswerException {
        try (Connections connections = to(address, trust)) {
            connections.connection().send(GET);
        }
    }

    private static Connections to(URI address, TlsTrust trust) throws NoAnswerException {
        return Connections.to(Endpoint.of(address, trust, Timeouts.DEFAULT));
    }
}
