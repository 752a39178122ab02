package io.github.postfixture.mail.client;

import io.github.postfixture.timeline.InWords;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A socket whose peer has a limited time and a limited number of bytes for each answer. An answer is what comes between
 * two writes; the time covers the write before it. TLS may be layered over it. One thread reads and writes.
 */
final class BoundedSocket extends Socket {

    private static final long GREETING = 1 << 16;

    private final long mostBytes;
    private Duration patience;
    private long deadline;
    private long bytesLeft = GREETING;
    private boolean answering = true;

    /**
     * Make a socket that is not connected yet.
     *
     * @param patience how long an answer may take
     * @param mostBytes how long an answer may be; a greeting may have 64 KB
     */
    BoundedSocket(Duration patience, long mostBytes) {
        this.mostBytes = mostBytes;
        this.patience = patience;
        deadline = System.nanoTime() + patience.toNanos();
    }

    /** Give what is read from now on this time, whatever was written before. */
    void allow(Duration time) {
        patience = time;
        renew();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Answers(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Commands(super.getOutputStream());
    }

    private void renew() {
        deadline = System.nanoTime() + patience.toNanos();
        bytesLeft = mostBytes;
    }

    private int millisLeft() throws SocketTimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis <= 0) {
            throw late();
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    private SocketTimeoutException late() {
        return new SocketTimeoutException("no complete answer within " + InWords.of(patience));
    }

    private final class Answers extends FilterInputStream {

        Answers(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            answering = true;
            setSoTimeout(millisLeft());
            try {
                return counted(super.read(bytes, offset, count));
            } catch (SocketTimeoutException e) {
                throw late();
            }
        }

        private int counted(int read) throws IOException {
            bytesLeft -= read;
            if (bytesLeft < 0) {
                throw new IOException("an answer without end");
            }
            return read;
        }
    }

    private final class Commands extends FilterOutputStream {

        Commands(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (answering) {
                answering = false;
                renew();
            }
            CompletableFuture<Void> written = new CompletableFuture<>();
            CompletableFuture<Void> closing =
                    written.orTimeout(millisLeft(), TimeUnit.MILLISECONDS).exceptionally(late -> closeQuietly());
            try {
                out.write(bytes, offset, count);
            } finally {
                written.complete(null);
            }
            if (closing.isDone() && isClosed()) {
                throw late();
            }
        }

        private Void closeQuietly() {
            try {
                BoundedSocket.this.close();
            } catch (IOException e) {
                // It is of no use any more, either way.
            }
            return null;
        }
    }
}
