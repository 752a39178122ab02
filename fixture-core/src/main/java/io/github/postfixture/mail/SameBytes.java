package io.github.postfixture.mail;

import io.github.postfixture.mail.inbound.Original;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.net.Octets;
import java.util.Arrays;
import java.util.Collection;

/** Recognises a message in a folder by its bytes, which are compared only when their number is right. */
final class SameBytes {

    private final Lazy<byte[]> bytes;
    private final Octets octets;

    private SameBytes(Octets octets) {
        this.octets = octets;
        bytes = new Lazy<>(octets::toByteArray);
    }

    static SameBytes as(Original message) {
        return new SameBytes(octets(message));
    }

    /** Return the bytes of a message, without copying them if it is one of ours. */
    static Octets octets(Original message) {
        if (message instanceof ReceivedMail received) {
            return received.octets();
        }
        return message instanceof DeliveredMail delivered ? delivered.octets() : Octets.of(message.raw());
    }

    boolean anyOf(Collection<StoredMessage> messages) {
        return messages.stream().map(StoredMessage::octets).anyMatch(this::areThoseOf);
    }

    boolean areThoseOf(Octets other) {
        return other == octets
                || (other.length() == octets.length() && Arrays.equals(other.toByteArray(), bytes.get()));
    }
}
