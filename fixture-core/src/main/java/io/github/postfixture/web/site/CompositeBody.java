package io.github.postfixture.web.site;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.ResponseBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/** The body of a response, composed of parts of others. */
record CompositeBody(List<ResponseBody> bodies) implements ResponseBody {

    static ResponseBody text(String text) {
        return ResponseBody.of(Octets.of(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Return a part of a body. */
    static ResponseBody part(ResponseBody whole, ByteRange range) {
        return new ResponseBody() {
            @Override
            public long length() {
                return range.length();
            }

            @Override
            public boolean isRepeatable() {
                return whole.isRepeatable();
            }

            @Override
            public long cost() {
                return whole.cost();
            }

            @Override
            public InputStream open() throws IOException {
                InputStream content = whole.open();
                content.skipNBytes(range.first());
                return new Limited(content, range.length());
            }
        };
    }

    @Override
    public long length() {
        return bodies.stream().mapToLong(ResponseBody::length).sum();
    }

    @Override
    public boolean isRepeatable() {
        return bodies.stream().allMatch(ResponseBody::isRepeatable);
    }

    @Override
    public long cost() {
        return bodies.stream().mapToLong(ResponseBody::cost).sum();
    }

    /** Open one piece after the other, each when the one before it is read. */
    @Override
    @SuppressWarnings("JdkObsolete")
    public InputStream open() {
        Iterator<ResponseBody> left = bodies.iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return left.hasNext();
            }

            @Override
            public InputStream nextElement() {
                try {
                    return left.next().open();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream content, long length) {
            super(content);
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            int read = left == 0 ? -1 : in.read(buffer, offset, (int) Math.min(count, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
