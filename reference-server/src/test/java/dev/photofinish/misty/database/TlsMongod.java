package dev.photofinish.misty.database;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A mongod that speaks nothing but TLS, on {@code localhost}, with a certificate that an authority signed of which nobody has
 * heard.
 *
 * @param authority its certificate, a PEM file
 */
public record TlsMongod(OwnMongod mongod, Path authority) implements AutoCloseable {

    /** @param folder where its data and its certificates may go */
    public static TlsMongod start(Path folder) throws Exception {
        return start(folder, "localhost");
    }

    /** @param host for which its certificate is, wherever it listens */
    public static TlsMongod start(Path folder, String host) throws Exception {
        X509Bundle signer = new CertificateBuilder()
                .subject("CN=an authority of the tests")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        X509Bundle server = new CertificateBuilder()
                .subject("CN=" + host)
                .addSanDnsName(host)
                .buildIssuedBy(signer);
        Path authority = Files.writeString(folder.resolve("authority.pem"), signer.getCertificatePEM());
        Path key = Files.writeString(
                folder.resolve("server.pem"), server.getPrivateKeyPEM() + "\n" + server.getCertificatePEM());
        OwnMongod mongod = OwnMongod.start(
                folder,
                "--tlsMode",
                "requireTLS",
                "--tlsCertificateKeyFile",
                key.toString(),
                "--tlsCAFile",
                authority.toString(),
                "--tlsAllowConnectionsWithoutCertificates");
        return new TlsMongod(mongod, authority);
    }

    public String uri(String database) {
        return "mongodb://localhost:" + mongod.port() + "/" + database + "?tls=true";
    }

    @Override
    public void close() {
        mongod.close();
    }
}
