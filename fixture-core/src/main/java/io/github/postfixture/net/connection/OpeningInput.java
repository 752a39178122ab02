package io.github.postfixture.net.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the first bytes that a client sends, and breaks off when they are of another protocol than the one expected. */
final class OpeningInput extends FilterInputStream {

    private final byte[] kept = new byte[FirstBytes.MOST];
    private volatile int count;
    private volatile Function<FirstBytes, Optional<String>> objection = first -> Optional.empty();

    OpeningInput(InputStream in) {
        super(in);
    }

    /** Break off when there is an objection to what came first. */
    void objectBy(Function<FirstBytes, Optional<String>> check) {
        objection = check;
    }

    FirstBytes first() {
        return new FirstBytes(Arrays.copyOf(kept, count));
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0 && count < kept.length) {
            note(new byte[] {(byte) octet}, 0, 1);
        }
        return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0 && count < kept.length) {
            note(bytes, offset, read);
        }
        return read;
    }

    private void note(byte[] bytes, int offset, int length) throws IOException {
        int before = count;
        int noted = Math.min(length, kept.length - before);
        System.arraycopy(bytes, offset, kept, before, noted);
        count = before + noted;
        Optional<String> reason = objection.apply(first());
        if (reason.isPresent()) {
            keepMore();
            throw new WrongProtocolException(objection.apply(first()).orElse(reason.get()));
        }
    }

    /** Keep what has come already but was not asked for, as of a line whose beginning was. */
    private void keepMore() throws IOException {
        int before = count;
        int more = Math.min(in.available(), kept.length - before);
        count = before + Math.max(0, in.read(kept, before, more));
    }
}
