package dev.photofinish.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment whose certificate only a file vouches for. */
class TrustTest {

    private static final String EDITING = "simultaneous-order-editing";

    /** Nobody listens there. */
    private static final String URL = "https://127.0.0.1:1";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"verify", "explore", "race"})
    void aFileThatHoldsNoCertificateIsAWrongRequest(String command) throws Exception {
        Path missing = folder.resolve("missing.pem");
        Path text = Files.writeString(folder.resolve("text.pem"), "hello");
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n");

        refuses(command, missing, "The file " + missing + " does not exist.");
        refuses(command, text, text + " is no PEM file.");
        refuses(command, broken, "A certificate in " + broken + " cannot be read: it is damaged.");
    }

    @Test
    void oneThatHoldsOneIsTrusted() throws Exception {
        String certificate = new CertificateBuilder()
                .subject("CN=nas")
                .setIsCertificateAuthority(true)
                .buildSelfSigned()
                .getCertificatePEM();
        Path trusted = Files.writeString(folder.resolve("nas.pem"), certificate);

        CommandRun run = CommandRun.of("race", EDITING, "--url", URL, "--trust", trusted.toString());

        run.failsWith(3, "nothing listens there");
        assertThat(run.err()).doesNotContain("certificate");
    }

    private static void refuses(String command, Path file, String found) {
        String[] args = command.equals("verify")
                ? new String[] {command, "--url", URL, "--trust", file.toString()}
                : new String[] {command, EDITING, "--url", URL, "--trust", file.toString()};
        CommandRun.of(args).refusesWith(2, "--trust", found, "-----BEGIN CERTIFICATE-----");
    }
}
