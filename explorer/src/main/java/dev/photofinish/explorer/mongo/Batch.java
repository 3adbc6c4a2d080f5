package dev.photofinish.explorer.mongo;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** What a server inserts in one go, so that others see all of it or nothing; of more they see one go after the other. */
final class Batch {

    /** The server's {@code internalInsertMaxBatchSize}. */
    private static final int DOCUMENTS = 500;

    /** The server's {@code insertVectorMaxBytes}. */
    private static final int BYTES = 256 * 1024;

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private Batch() {}

    /** Whether so many documents are not too many or too large for one. */
    static boolean holds(List<BsonDocument> documents) {
        if (documents.size() > DOCUMENTS) {
            return false;
        }
        int bytes = 0;
        for (int each = 0; each < documents.size() && bytes <= BYTES; each++) {
            bytes += new RawBsonDocument(documents.get(each), CODEC)
                    .getByteBuffer()
                    .remaining();
        }
        return bytes <= BYTES;
    }
}
