package dev.photofinish.explorer.wire.protocol;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The command by which clients and servers get to know each other, and what a proxy must not let them tell: ways around it, and
 * compression that it does not undo.
 */
public final class Hello {

    private static final byte[] HELLO = cString("hello");
    private static final byte[] IS_MASTER = cString("ismaster");
    private static final int FIRST_FIELD = CommandMessage.SECTIONS + 1 + Integer.BYTES + 1;

    private static final List<String> LISTS_OF_MEMBERS = List.of("hosts", "passives", "arbiters");
    private static final List<String> MEMBERS = List.of("me", "primary");
    private static final String COMPRESSION = "compression";

    private Hello() {}

    /** Whether a message's first bytes are those of a hello: of an OP_MSG that begins with its name, or of any OP_QUERY. */
    public static boolean begins(ByteBuf head) {
        return switch (Header.opcode(head)) {
            case Opcode.QUERY -> true;
            case Opcode.MSG -> isAt(head, HELLO) || isAt(head, IS_MASTER);
            default -> false;
        };
    }

    /** Names of commands are told apart without regard to case. */
    private static boolean isAt(ByteBuf head, byte[] name) {
        int start = head.readerIndex() + FIRST_FIELD;
        if (start + name.length > head.writerIndex()) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (Character.toLowerCase((char) head.getByte(start + i)) != name[i]) {
                return false;
            }
        }
        return true;
    }

    /** The request without any compression on offer; the same instance if there was none. */
    public static BsonDocument request(BsonDocument request) {
        return withoutCompression(request);
    }

    /**
     * The reply with members' addresses replaced.
     *
     * @param replacement what to call a member, {@code host:port}, instead; members without one are left out
     * @return the same instance if there was nothing to replace
     */
    public static BsonDocument reply(BsonDocument reply, Function<String, Optional<String>> replacement) {
        BsonDocument result = withoutCompression(reply);
        for (String field : LISTS_OF_MEMBERS) {
            if (result.isArray(field)) {
                result = with(result, field, replaced(result.getArray(field), replacement));
            }
        }
        for (String field : MEMBERS) {
            if (result.isString(field)) {
                Optional<String> address =
                        replacement.apply(result.getString(field).getValue());
                result = address.isPresent()
                        ? with(result, field, new BsonString(address.get()))
                        : without(result, field);
            }
        }
        return result;
    }

    private static BsonArray replaced(BsonArray members, Function<String, Optional<String>> replacement) {
        BsonArray result = new BsonArray();
        for (BsonValue member : members) {
            replacement.apply(member.asString().getValue()).map(BsonString::new).ifPresent(result::add);
        }
        return result;
    }

    private static BsonDocument withoutCompression(BsonDocument document) {
        return document.isArray(COMPRESSION) ? with(document, COMPRESSION, new BsonArray()) : document;
    }

    private static BsonDocument with(BsonDocument document, String field, BsonValue value) {
        if (value.equals(document.get(field))) {
            return document;
        }
        BsonDocument result = document.clone();
        result.put(field, value);
        return result;
    }

    private static BsonDocument without(BsonDocument document, String field) {
        BsonDocument result = document.clone();
        result.remove(field);
        return result;
    }

    private static byte[] cString(String text) {
        return (text + '\0').getBytes(StandardCharsets.US_ASCII);
    }
}
