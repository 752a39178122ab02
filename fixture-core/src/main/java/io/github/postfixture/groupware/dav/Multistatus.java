package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** A multistatus (RFC 4918 section 13). A long one is written while it is sent. */
final class Multistatus extends InputStream {

    private static final int AT_ONCE = 64 << 10;

    private final XmlWriter writer = new XmlWriter(DavNamespace.PREFIXES);
    private final Iterator<XmlElement> responses;
    private InputStream written = InputStream.nullInputStream();
    private boolean isEnded;

    private Multistatus(Iterator<XmlElement> responses) {
        this.responses = responses;
        writer.root(DAV.name("multistatus"));
    }

    static Response of(List<XmlElement> responses) {
        return of(responses.iterator());
    }

    static Response of(Iterator<XmlElement> responses) {
        Multistatus rest = new Multistatus(responses);
        byte[] beginning = rest.beginning();
        Response whole = Response.bytes(DavResponses.XML, beginning);
        return (rest.isEnded
                        ? whole
                        : Response.stream(
                                DavResponses.XML,
                                () -> new SequenceInputStream(new ByteArrayInputStream(beginning), rest)))
                .withStatus(207);
    }

    private byte[] beginning() {
        try {
            return readNBytes(AT_ONCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = written.read(buffer, offset, length);
        while (read < 0 && !isEnded) {
            written = new ByteArrayInputStream(next());
            read = written.read(buffer, offset, length);
        }
        return read;
    }

    private byte[] next() {
        if (responses.hasNext()) {
            writer.element(responses.next());
        } else {
            isEnded = true;
            writer.endOfRoot(DAV.name("multistatus"));
        }
        return writer.take().getBytes(StandardCharsets.UTF_8);
    }
}
