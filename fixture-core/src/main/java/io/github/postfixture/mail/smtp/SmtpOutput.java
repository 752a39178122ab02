package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.protocol.SmtpReply;
import io.github.postfixture.net.transcript.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes replies; what is written between two flushes leaves in one piece. */
final class SmtpOutput {

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(256);
    private final boolean enhanced;
    private OutputStream target;

    SmtpOutput(OutputStream target, boolean enhanced) {
        this.target = target;
        this.enhanced = enhanced;
    }

    void continueWith(OutputStream encrypted) {
        target = encrypted;
    }

    void write(SmtpReply reply, Transcript transcript) {
        SmtpReply said = enhanced ? reply : reply.withoutEnhancedCode();
        pending.writeBytes(said.encoded());
        for (int i = 0; i < said.lines().size(); i++) {
            transcript.server(said.line(i));
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
