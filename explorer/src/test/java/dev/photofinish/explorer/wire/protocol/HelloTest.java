package dev.photofinish.explorer.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloTest {

    /** What the gate calls the two members that it knows. */
    private static Optional<String> atTheGate(String member) {
        return Optional.ofNullable(Map.of("db1:27017", "127.0.0.1:27018", "db2:27017", "127.0.0.1:40001")
                .get(member));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "HELLO", "isMaster", "ismaster", "ISMASTER"})
    void isToldByItsNameInAnyCase(String name) {
        assertThat(Hello.begins(TestMessages.command(1, "{" + name + ": 1, $db: 'admin'}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helloWorld", "find", "isMasters", "h"})
    void othersAreNot(String name) {
        assertThat(Hello.begins(TestMessages.command(1, "{" + name + ": 1, $db: 'admin'}")))
                .isFalse();
    }

    @Test
    void legacyQueriesAreHandshakes() {
        assertThat(Hello.begins(TestMessages.query(1, "{isMaster: 1}"))).isTrue();
    }

    @Test
    void offersNoCompression() {
        BsonDocument request = BsonDocument.parse("{hello: 1, compression: ['zlib', 'snappy'], helloOk: true}");

        assertThat(Hello.request(request)).isEqualTo(BsonDocument.parse("{hello: 1, compression: [], helloOk: true}"));
    }

    @Test
    void whatOffersNoneStaysAsItIs() {
        BsonDocument request = BsonDocument.parse("{hello: 1, speculativeAuthenticate: {saslStart: 1}}");

        assertThat(Hello.request(request)).isSameAs(request);
    }

    @Test
    void membersAreCalledByTheGatesAddresses() {
        BsonDocument reply = BsonDocument.parse(
                "{hosts: ['db1:27017', 'db2:27017'], passives: ['db2:27017'], arbiters: [], me: 'db2:27017', primary: 'db1:27017', setName: 'rs0'}");

        assertThat(Hello.reply(reply, HelloTest::atTheGate))
                .isEqualTo(
                        BsonDocument.parse(
                                "{hosts: ['127.0.0.1:27018', '127.0.0.1:40001'], passives: ['127.0.0.1:40001'], arbiters: [], me: '127.0.0.1:40001', primary: '127.0.0.1:27018', setName: 'rs0'}"));
    }

    @Test
    void membersBeforeWhichNoPortStandsAreLeftOut() {
        BsonDocument reply = BsonDocument.parse("{hosts: ['db1:27017', 'new:27017'], primary: 'new:27017'}");

        assertThat(Hello.reply(reply, HelloTest::atTheGate))
                .isEqualTo(BsonDocument.parse("{hosts: ['127.0.0.1:27018']}"));
    }

    @Test
    void aStandaloneServersReplyStaysAsItIs() {
        BsonDocument reply = BsonDocument.parse("{isWritablePrimary: true, ok: 1}");

        assertThat(Hello.reply(reply, HelloTest::atTheGate)).isSameAs(reply);
    }

    @Test
    void aReplacedDocumentLeavesItsMessageWhole() throws Exception {
        ByteBuf query = TestMessages.query(5, "{isMaster: 1, compression: ['zlib']}");

        MainDocument hello = MainDocument.of(query);
        ByteBuf replaced = hello.replaced(query, Hello.request(hello.document()));

        assertThat(Header.of(replaced).length()).isEqualTo(replaced.readableBytes());
        assertThat(Header.of(replaced).requestId()).isEqualTo(5);
        assertThat(MainDocument.of(replaced).document())
                .isEqualTo(BsonDocument.parse("{isMaster: 1, compression: []}"));
    }

    @Test
    void theChecksumOfAReplacedDocumentIsRightAgain() throws Exception {
        ByteBuf message = TestMessages.withChecksum(5, "{hello: 1, compression: ['zlib'], $db: 'admin'}");

        MainDocument hello = MainDocument.of(message);
        ByteBuf replaced = hello.replaced(message, Hello.request(hello.document()));

        int checked = replaced.readableBytes() - Integer.BYTES;
        assertThat(replaced.getIntLE(checked)).isEqualTo(TestMessages.checksum(replaced.slice(0, checked)));
        assertThat(CommandMessage.read(replaced).document())
                .isEqualTo(BsonDocument.parse("{hello: 1, compression: [], $db: 'admin'}"));
    }

    @Test
    void aLegacyReplyIsReadAndReplaced() throws Exception {
        ByteBuf reply = TestMessages.reply(5, "{hosts: ['db1:27017'], me: 'db1:27017'}");

        MainDocument hello = MainDocument.of(reply);
        ByteBuf replaced = hello.replaced(reply, Hello.reply(hello.document(), HelloTest::atTheGate));

        assertThat(MainDocument.of(replaced).document())
                .isEqualTo(BsonDocument.parse("{hosts: ['127.0.0.1:27018'], me: '127.0.0.1:27018'}"));
    }
}
