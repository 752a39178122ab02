package io.github.postfixture.mail.smtp;

import io.github.postfixture.net.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes replies; what is written between two flushes leaves in one piece. */
final class SmtpOutput {

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(256);
    private OutputStream target;

    SmtpOutput(OutputStream target) {
        this.target = target;
    }

    void continueWith(OutputStream encrypted) {
        target = encrypted;
    }

    void write(SmtpReply reply, Transcript transcript) {
        pending.writeBytes(reply.encoded());
        for (int i = 0; i < reply.lines().size(); i++) {
            transcript.server(reply.line(i));
        }
    }

    void flush() throws IOException {
        if (pending.size() > 0) {
            pending.writeTo(target);
            pending.reset();
            target.flush();
        }
    }
}
