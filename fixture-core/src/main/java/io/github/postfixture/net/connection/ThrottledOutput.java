package io.github.postfixture.net.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What leaves a connection: at once, unless a fault slows it down or cuts it off. It stays when TLS begins. */
final class ThrottledOutput extends OutputStream {

    private static final int PORTIONS_A_SECOND = 20;

    private final Connection connection;
    private OutputStream target;
    private int bytesPerSecond;
    private long allowance = Long.MAX_VALUE;

    ThrottledOutput(Connection connection, OutputStream target) {
        this.connection = connection;
        this.target = target;
    }

    void continueWith(OutputStream next) {
        target = next;
    }

    void throttle(int rate) {
        bytesPerSecond = rate;
    }

    void cutAfter(long bytes) {
        allowance = bytes;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (bytesPerSecond == 0 && allowance == Long.MAX_VALUE) {
            target.write(bytes, offset, length);
        } else {
            writeInPortions(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    private void writeInPortions(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        for (int start = offset; start < end; ) {
            int portion = (int) Math.min(Math.min(portion(), allowance), end - start);
            target.write(bytes, start, portion);
            start += portion;
            spend(portion);
            rest(portion);
        }
    }

    private int portion() {
        return bytesPerSecond == 0 ? Integer.MAX_VALUE : Math.max(1, bytesPerSecond / PORTIONS_A_SECOND);
    }

    private void spend(int bytes) throws IOException {
        if (allowance != Long.MAX_VALUE) {
            allowance -= bytes;
            if (allowance == 0) {
                connection.resetOnClose();
                throw new ScriptedBreakException();
            }
        }
    }

    private void rest(int bytes) {
        if (bytesPerSecond > 0) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond);
        }
    }
}
