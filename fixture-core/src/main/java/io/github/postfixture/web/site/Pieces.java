package io.github.postfixture.web.site;

import io.github.postfixture.net.Octets;
import io.github.postfixture.web.jetty.Body;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/** Content that is made of other content. */
record Pieces(List<Body> bodies) implements Body {

    static Body text(String text) {
        return Body.of(Octets.of(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Return a part of a body. */
    static Body part(Body whole, ByteRange range) {
        return new Body() {
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
        return bodies.stream().mapToLong(Body::length).sum();
    }

    @Override
    public boolean isRepeatable() {
        return bodies.stream().allMatch(Body::isRepeatable);
    }

    @Override
    public long cost() {
        return bodies.stream().mapToLong(Body::cost).sum();
    }

    /** Open one piece after the other, each when the one before it is read. */
    @Override
    @SuppressWarnings("JdkObsolete")
    public InputStream open() {
        Iterator<Body> left = bodies.iterator();
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
