package io.github.postfixture.mail.smtp;

import io.github.postfixture.explanation.ShownCommands;
import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.mail.smtp.SmtpInput.MessageData;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.transcript.Transcript;
import io.github.postfixture.octets.Octets;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** What goes to and from one client, and the transcript of it. */
final class SmtpWire {

    /** How long the client may take to close first, so that the port of the server does not linger. */
    private static final Duration FAREWELL = Duration.ofMillis(100);

    private final Connection connection;
    private final ShownCommands commands = new ShownCommands();
    private final SmtpInput input;
    private final SmtpOutput output;

    SmtpWire(Connection connection, boolean enhanced) {
        this.connection = connection;
        input = new SmtpInput(connection.input());
        output = new SmtpOutput(connection.output(), enhanced);
    }

    Transcript transcript() {
        return connection.transcript();
    }

    boolean isEncrypted() {
        return connection.tls().isPresent();
    }

    CommandLine readCommand() throws IOException, SmtpRefusedException {
        return CommandLine.parse(input.readLine(), commands);
    }

    /** Return whether the client has sent more than was read. */
    boolean hasMore() throws IOException {
        return input.hasMore();
    }

    /** Write a reply; it leaves when the client waits for it, together with those before it. */
    void write(SmtpReply reply) {
        output.write(reply, transcript());
    }

    void sayNow(SmtpReply reply) throws IOException {
        write(reply);
        output.flush();
    }

    /** Say a last word, to a client that may be gone. */
    void sayLast(SmtpReply reply) {
        try {
            sayNow(reply);
        } catch (IOException e) {
            // Nobody listens any more.
        }
    }

    void flush() throws IOException {
        output.flush();
    }

    void flushIfClientWaits() throws IOException {
        if (!input.hasMore()) {
            output.flush();
        }
    }

    /** Send a challenge and return the answer, which the transcript does not show. */
    String ask(String challenge) throws IOException, SmtpRefusedException {
        sayNow(SmtpReply.of(334, "", challenge));
        String answer = input.readLine();
        transcript().client("****");
        return answer;
    }

    /** Read a message up to the line with the dot; keep no more than so many bytes of it. */
    MessageData readMessage(long limit) throws IOException {
        MessageData data = input.readMessage(limit);
        transcript().client("(" + data.size() + " bytes) .");
        return data;
    }

    /** Read a chunk, and return whether the memory holds what was collected. */
    boolean readChunk(Chunk chunk, Octets.Collector target) throws IOException {
        boolean held = input.readBytes(chunk.size(), target);
        transcript().client("(" + chunk.size() + " bytes)");
        return held;
    }

    void skipChunk(Chunk chunk) throws IOException {
        input.skipBytes(chunk.size());
    }

    /** Begin a new transcript: that of the last transaction belongs to its message. */
    void renewTranscript() {
        connection.renewTranscript();
    }

    /** Encrypt the connection, and forget what was sent ahead in plain text (RFC 3207 section 4.2). */
    void startTls(SSLContext tls) throws IOException {
        connection.startTls(tls);
        input.continueWith(connection.input());
        output.continueWith(connection.output());
    }

    void awaitFarewell() throws IOException {
        connection.readTimeout(FAREWELL);
        try {
            while (connection.input().read() >= 0) {
                // What is sent after QUIT is not for us.
            }
        } catch (SocketTimeoutException e) {
            // The client waits for us.
        }
    }
}
