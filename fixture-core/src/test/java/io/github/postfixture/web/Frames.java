package io.github.postfixture.web;

import io.github.postfixture.Endpoint;
import io.github.postfixture.octets.Octets;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Sends the frames of HTTP/2 (RFC 9113) as it is told, right or wrong, and shows what comes back. */
final class Frames implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int ACK = 0x1;
    static final int END_STREAM = 0x1;
    static final int END_HEADERS = 0x4;

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream input;

    private Frames(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        input = new DataInputStream(socket.getInputStream());
    }

    /** Connect, by prior knowledge, and say nothing yet. */
    static Frames mute(Endpoint endpoint) throws IOException {
        return new Frames(new Socket(endpoint.host(), endpoint.port()));
    }

    /** Connect, by prior knowledge, and agree on the settings. */
    static Frames to(Endpoint endpoint) throws IOException {
        Frames frames = mute(endpoint).raw(PREFACE.getBytes(StandardCharsets.US_ASCII));
        return frames.send(SETTINGS, 0, 0);
    }

    Frames raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Frames send(int type, int flags, int stream, byte... payload) throws IOException {
        return raw(frame(type, flags, stream, payload));
    }

    static byte[] frame(int type, int flags, int stream, byte... payload) {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.putShort((short) (payload.length >> 8)).put((byte) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        return frame.array();
    }

    /** Send bytes until the server has had enough; fail if it listens to the end and does not end the connection. */
    void floodUntilTheEnd(byte[] bytes) {
        try {
            raw(bytes);
            while (read().type() != GOAWAY) {
                // What came before the flood was noticed is of no interest.
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The connection is still open", e);
        } catch (IOException e) {
            // The connection has ended without a word, or while we were sending.
        }
    }

    /** Send a GET request of the path, with more header fields. */
    Frames get(int stream, String path, String... more) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(fields(request("GET", path)));
        block.writeBytes(fields(more));
        return send(HEADERS, END_STREAM | END_HEADERS, stream, block.toByteArray());
    }

    static String[] request(String method, String path) {
        return new String[] {":method", method, ":scheme", "http", ":path", path, ":authority", "localhost"};
    }

    /** Return names and values as literal fields that nobody indexes (RFC 7541 section 6.2.2). */
    static byte[] fields(String... namesAndValues) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            block.write(0);
            writeString(block, namesAndValues[i]);
            writeString(block, namesAndValues[i + 1]);
        }
        return block.toByteArray();
    }

    private static void writeString(ByteArrayOutputStream block, String text) {
        int length = text.length();
        block.write(Math.min(length, 0x7f));
        if (length >= 0x7f) {
            for (length -= 0x7f; length >= 0x80; length >>= 7) {
                block.write((length & 0x7f) | 0x80);
            }
            block.write(length);
        }
        block.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    /** Return the next frame. */
    Frame read() throws IOException {
        int length = input.readUnsignedShort() << 8 | input.readUnsignedByte();
        int type = input.readUnsignedByte();
        int flags = input.readUnsignedByte();
        int stream = input.readInt();
        return new Frame(type, flags, stream, Octets.of(input.readNBytes(length)));
    }

    /** Return the next frame of a type, and forget those before. */
    Frame read(int type) throws IOException {
        Frame frame = read();
        while (frame.type() != type) {
            frame = read();
        }
        return frame;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * A frame that came.
     *
     * @param type its type
     * @param flags its flags
     * @param stream its stream, 0 for the connection
     * @param payload what it holds
     */
    record Frame(int type, int flags, int stream, Octets payload) {

        String text() {
            return new String(payload.toByteArray(), StandardCharsets.UTF_8);
        }

        /** Return the error code of a frame that ends a stream or the connection. */
        int error() {
            return ByteBuffer.wrap(payload.toByteArray()).getInt(type == GOAWAY ? 4 : 0);
        }
    }
}
