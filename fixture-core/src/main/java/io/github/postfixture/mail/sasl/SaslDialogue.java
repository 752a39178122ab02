package io.github.postfixture.mail.sasl;

import java.io.IOException;
import org.apiguardian.api.API;

/**
 * How a protocol writes a challenge and reads the answer to it; both are base64.
 *
 * @hidden
 */
@FunctionalInterface
@API(status = API.Status.INTERNAL)
public interface SaslDialogue {

    /**
     * Send a challenge, and return the line that the client answers.
     *
     * @param challenge the challenge in base64; empty for an empty one
     * @throws SaslRefusal if the answer is no line of the protocol
     * @throws IOException if the connection is lost
     */
    String ask(String challenge) throws SaslRefusal, IOException;
}
