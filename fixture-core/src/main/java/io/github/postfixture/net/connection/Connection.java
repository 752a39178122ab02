package io.github.postfixture.net.connection;

import io.github.postfixture.net.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * One accepted connection, plain or encrypted, which can change from the one to the other in place.
 *
 * <p>Every write leaves at once, and every segment that arrives is acknowledged at once, so that no dialogue waits
 * for a delayed acknowledgement. Reading and writing belong to one thread; {@link #close()} and {@link #reset()} may
 * be called by any.
 */
public final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final InetSocketAddress peer;
    private final InetSocketAddress local;
    private final Instant began = Instant.now();
    private volatile Socket socket;
    private final OpeningInput opening;
    private InputStream input;
    private final ThrottledOutput output;
    private volatile Transcript transcript = new Transcript();
    private volatile boolean leaving;

    /**
     * Take over an accepted channel.
     *
     * @throws IOException if the peer is gone already
     */
    public Connection(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        peer = (InetSocketAddress) channel.getRemoteAddress();
        local = (InetSocketAddress) channel.getLocalAddress();
        socket = channel.socket();
        opening = new OpeningInput(QuickAckInput.over(channel, socket.getInputStream()));
        input = opening;
        output = new ThrottledOutput(this, socket.getOutputStream());
    }

    /** Return the bytes that arrive; a new stream after {@link #startTls(SSLContext)}. */
    public InputStream input() {
        return input;
    }

    /** Return where to write; unbuffered, and the same stream after {@link #startTls(SSLContext)}. */
    public OutputStream output() {
        return output;
    }

    /** Return what the client sent first, in plain text or not. */
    public FirstBytes firstBytes() {
        return opening.first();
    }

    /**
     * Break off when the client sends something first that is of another protocol.
     *
     * @param objection says what is wrong with what came first, if anything is
     */
    public void objectBy(Function<FirstBytes, Optional<String>> objection) {
        opening.objectBy(objection);
    }

    /** Return what was said, for those who speak on the connection to fill. */
    public Transcript transcript() {
        return transcript;
    }

    /** Begin a new transcript: the one so far belongs to somebody else from now on. */
    public void renewTranscript() {
        transcript = transcript.renewed();
    }

    /** Return when the client came. */
    Instant began() {
        return began;
    }

    /** Return where the client came from and what it said last, such as {@code 127.0.0.1:41234, which said EHLO app, QUIT}. */
    public String client() {
        List<String> said = transcript.lastOfClient();
        return peer.getAddress().getHostAddress() + ":" + peer.getPort() + ", which said "
                + (said.isEmpty() ? "nothing" : String.join(", ", said));
    }

    /** Return the address of the client. */
    public InetSocketAddress peer() {
        return peer;
    }

    /** Return the address at which the client arrived. */
    public InetSocketAddress local() {
        return local;
    }

    /** Let a read that has waited this long fail with a {@link java.net.SocketTimeoutException}; zero for never. */
    public void readTimeout(Duration timeout) throws IOException {
        socket.setSoTimeout((int) Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    }

    /**
     * Shake hands as a TLS server, and encrypt everything from here on. What the caller has buffered of the plain
     * text is its to throw away.
     *
     * @throws HandshakeFailedException if the handshake fails
     * @throws WrongProtocolException if there is an objection to what the client sends instead
     */
    public void startTls(SSLContext context) throws IOException {
        Socket layered = new AcknowledgingSocket(socket, input);
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(layered, null, local.getPort(), true);
        secure.setUseClientMode(false);
        shakeHands(secure);
        socket = secure;
        input = secure.getInputStream();
        output.continueWith(secure.getOutputStream());
    }

    private static void shakeHands(SSLSocket secure) throws IOException {
        try {
            secure.startHandshake();
        } catch (IOException e) {
            Optional<WrongProtocolException> other = WrongProtocolException.behind(e);
            throw other.isPresent() ? other.get() : new HandshakeFailedException(e);
        }
    }

    /** Return the TLS session, if the connection is encrypted. */
    public Optional<SSLSession> tls() {
        return socket instanceof SSLSocket secure ? Optional.of(secure.getSession()) : Optional.empty();
    }

    /** Let so many bytes a second leave, from now on. */
    public void throttle(int bytesPerSecond) {
        output.throttle(bytesPerSecond);
    }

    /** Let so many more bytes leave, and reset the connection then. */
    public void cutAfter(long bytes) {
        output.cutAfter(bytes);
    }

    /** Take note that both sides are about to close the connection: it counts no more. */
    public void takeLeave() {
        leaving = true;
    }

    /** Return whether the connection counts no more. */
    public boolean isLeaving() {
        return leaving;
    }

    /** Close the connection in good order. */
    @Override
    public void close() {
        closeQuietly(socket);
        closeQuietly(channel);
    }

    /** Break the connection: the client sees a reset, and no port of ours lingers. */
    public void reset() {
        resetOnClose();
        closeQuietly(channel);
    }

    /** Let the client see a reset once the connection is closed. */
    public void resetOnClose() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // The peer was faster: the channel is closed already.
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It cannot be used any more, which is all that was wanted.
        }
    }
}
