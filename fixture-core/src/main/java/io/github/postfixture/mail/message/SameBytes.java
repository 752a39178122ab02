package io.github.postfixture.mail.message;

import io.github.postfixture.concurrent.Lazy;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.octets.Octets;
import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * Recognises a message in a folder by its bytes, which are compared only when their number is right.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class SameBytes {

    private final Lazy<byte[]> bytes;
    private final Octets octets;

    private SameBytes(Octets octets) {
        this.octets = octets;
        bytes = new Lazy<>(octets::toByteArray);
    }

    /** Recognise this message. */
    public static SameBytes as(MailSource message) {
        return new SameBytes(octets(message));
    }

    /** Return the bytes of a message, without copying them if it is one of ours. */
    public static Octets octets(MailSource message) {
        if (message instanceof ReceivedMail received) {
            return received.octets();
        }
        return message instanceof DeliveredMail delivered ? delivered.octets() : Octets.of(message.raw());
    }

    /** Return whether these are its bytes. */
    public boolean areThoseOf(Octets other) {
        return other == octets
                || (other.length() == octets.length() && Arrays.equals(other.toByteArray(), bytes.get()));
    }
}
