package io.github.postfixture.net.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/**
 * Asks the kernel to acknowledge at once before every read: it forgets the wish by itself, and a client whose Nagle
 * algorithm waits for the acknowledgement would otherwise stall for 40 ms.
 */
final class QuickAckInput extends FilterInputStream {

    private final SocketChannel channel;

    private QuickAckInput(SocketChannel channel, InputStream in) {
        super(in);
        this.channel = channel;
    }

    static InputStream over(SocketChannel channel, InputStream in) {
        return channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)
                ? new QuickAckInput(channel, in)
                : in;
    }

    @Override
    public int read() throws IOException {
        acknowledgeAtOnce();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        acknowledgeAtOnce();
        return super.read(bytes, offset, length);
    }

    private void acknowledgeAtOnce() throws IOException {
        channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
}
