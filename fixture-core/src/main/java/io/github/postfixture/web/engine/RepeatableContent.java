package io.github.postfixture.web.engine;

import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The content of a response that was sent and can be read again.
 *
 * @param body where
 * @param length how much of it was sent, in bytes
 * @param checksum that of what was sent (CRC-32C), by which a change is noticed
 */
record RepeatableContent(ResponseBody body, long length, long checksum) {

    /** Return the content, or nothing if it is another one by now. */
    Optional<Octets> read() {
        try (InputStream content = body.open()) {
            byte[] bytes = content.readNBytes(Math.toIntExact(length));
            CRC32C sum = new CRC32C();
            sum.update(bytes);
            return bytes.length == length && sum.getValue() == checksum
                    ? Optional.of(Octets.of(bytes))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // It is not there any more, which is a change too.
        }
    }
}
