package dev.photofinish.explorer.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MessageSplitterProperties {

    /** Wants hellos, and writes down everything in its order. */
    private static final class Recorder implements MessageSplitter.Receiver {

        private final List<String> wanted = new ArrayList<>();
        private final ByteBuf everything = Unpooled.buffer();

        @Override
        public boolean wants(ByteBuf head) {
            return Hello.begins(head);
        }

        @Override
        public void complete(ByteBuf message) {
            wanted.add(ByteBufUtil.hexDump(message));
            everything.writeBytes(message);
            message.release();
        }

        @Override
        public void passes(ByteBuf bytes) {
            everything.writeBytes(bytes);
            bytes.release();
        }
    }

    @Property(tries = 300)
    void howeverAStreamIsCutItsMessagesAreTheSame(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 3) Integer> kinds,
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 90) Integer> cuts)
            throws MalformedMessage {
        ByteBuf stream = Unpooled.buffer();
        List<String> hellos = new ArrayList<>();
        for (int kind : kinds) {
            ByteBuf message = message(kind);
            if (kind <= 1) {
                hellos.add(ByteBufUtil.hexDump(message));
            }
            stream.writeBytes(message);
        }
        String sent = ByteBufUtil.hexDump(stream);

        Recorder recorder = new Recorder();
        MessageSplitter splitter = new MessageSplitter(recorder);
        for (int cut : cuts) {
            splitter.accept(stream.readBytes(Math.min(cut, stream.readableBytes())));
        }
        splitter.accept(stream.readBytes(stream.readableBytes()));

        assertThat(recorder.wanted).isEqualTo(hellos);
        assertThat(ByteBufUtil.hexDump(recorder.everything)).isEqualTo(sent);
    }

    @Example
    void aMessageThatPassesIsNotWaitedFor() throws MalformedMessage {
        ByteBuf message = TestMessages.command(1, "{insert: 'stock', text: '" + "x".repeat(500) + "'}");
        Recorder recorder = new Recorder();

        new MessageSplitter(recorder).accept(message.readSlice(100).retain());

        assertThat(recorder.everything.readableBytes()).isEqualTo(100);
    }

    @Example
    void aSegmentOfMessagesThatPassGoesOnInOnePiece() throws MalformedMessage {
        ByteBuf two = Unpooled.buffer()
                .writeBytes(TestMessages.command(1, "{find: 'stock'}"))
                .writeBytes(TestMessages.command(2, "{find: 'stock'}"));
        List<ByteBuf> pieces = new ArrayList<>();
        var splitter = new MessageSplitter(new MessageSplitter.Receiver() {
            @Override
            public boolean wants(ByteBuf head) {
                return false;
            }

            @Override
            public void complete(ByteBuf message) {}

            @Override
            public void passes(ByteBuf bytes) {
                pieces.add(bytes);
            }
        });

        splitter.accept(two);

        assertThat(pieces).hasSize(1);
    }

    @Example
    void whatClaimsToBeLongerThanAnyMessageIsNoMongoDb() {
        MessageSplitter splitter = new MessageSplitter(new Recorder());
        ByteBuf http = Unpooled.copiedBuffer(
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> splitter.accept(http))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("not MongoDB's wire protocol");
        assertThat(http.refCnt()).isZero();
    }

    @Example
    void whatClaimsToBeShorterThanItsHeaderIsNoMongoDb() {
        MessageSplitter splitter = new MessageSplitter(new Recorder());

        assertThatThrownBy(
                        () -> splitter.accept(Unpooled.buffer().writeIntLE(15).writeZero(12)))
                .isInstanceOf(MalformedMessage.class);
    }

    private static ByteBuf message(int kind) {
        return switch (kind) {
            case 0 -> TestMessages.command(7, "{HELLO: 1, $db: 'admin'}");
            case 1 -> TestMessages.query(8, "{isMaster: 1}");
            case 2 -> TestMessages.command(9, "{find: 'stock', filter: {text: '" + "y".repeat(60) + "'}, $db: 'shop'}");
            default -> TestMessages.message(10, 0, 2010, Unpooled.EMPTY_BUFFER);
        };
    }
}
