package dev.photofinish.explorer.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class CommandMessageTest {

    @Test
    void aCommandIsItsBody() throws Exception {
        CommandMessage command = CommandMessage.read(TestMessages.command(7, "{find: 'stock', $db: 'shop'}"));

        assertThat(command.name()).isEqualTo("find");
        assertThat(command.database()).isEqualTo("shop");
        assertThat(command.header().requestId()).isEqualTo(7);
        assertThat(command.moreToCome()).isFalse();
    }

    @Test
    void documentsInASectionOfTheirOwnAreMergedIntoTheBody() throws Exception {
        ByteBuf message = TestMessages.withSequence(
                7, "{insert: 'stock', $db: 'shop'}", "documents", List.of("{_id: 1}", "{_id: 2}"));

        CommandMessage command = CommandMessage.read(message);

        assertThat(command.document())
                .isEqualTo(BsonDocument.parse("{insert: 'stock', $db: 'shop', documents: [{_id: 1}, {_id: 2}]}"));
        assertThat(command.name()).isEqualTo("insert");
    }

    @Test
    void aChecksumIsNoSection() throws Exception {
        CommandMessage command = CommandMessage.read(TestMessages.withChecksum(7, "{find: 'stock', $db: 'shop'}"));

        assertThat(command.document()).isEqualTo(BsonDocument.parse("{find: 'stock', $db: 'shop'}"));
    }

    @Test
    void aRequestMayWantNoAnswer() throws Exception {
        assertThat(CommandMessage.read(TestMessages.command(7, 2, "{insert: 'stock'}"))
                        .moreToCome())
                .isTrue();
    }

    /** An exhaust cursor: one getMore, and reply after reply. */
    @Test
    void aRequestMayBeAnsweredAgainAndAgain() throws Exception {
        String more = "{getMore: 7, collection: 'stock', $db: 'shop'}";

        assertThat(CommandMessage.read(TestMessages.command(7, 1 << 16, more)).exhausts())
                .isTrue();
        assertThat(CommandMessage.read(TestMessages.command(7, more)).exhausts())
                .isFalse();
    }

    @Test
    void aSectionThatIsLongerThanItsMessageIsMalformed() {
        ByteBuf message = TestMessages.command(7, "{find: 'stock'}");
        message.setIntLE(CommandMessage.SECTIONS + 1, 1_000_000);

        assertThatThrownBy(() -> CommandMessage.read(message))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("1000000");
    }

    @Test
    void aSectionOfAnUnknownKindIsMalformed() {
        ByteBuf message = TestMessages.command(7, "{find: 'stock'}");
        message.setByte(CommandMessage.SECTIONS, 9);

        assertThatThrownBy(() -> CommandMessage.read(message))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("kind 9");
    }

    @Test
    void bytesThatAreNoDocumentAreMalformed() {
        ByteBuf message = TestMessages.command(7, "{find: 'stock'}");
        message.setByte(CommandMessage.SECTIONS + 5, 0x7e);

        assertThatThrownBy(() -> CommandMessage.read(message)).isInstanceOf(MalformedMessage.class);
    }
}
