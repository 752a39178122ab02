package io.github.postfixture.mail.message;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/**
 * What was said about a message while it was handed over (RFC 5321 section 2.3.1), whatever its headers claim.
 *
 * @param sender the address in {@code MAIL FROM}; empty for the null sender of a bounce
 * @param addressees what each {@code RCPT TO} said, in order, duplicates included
 * @param parameters the ESMTP parameters of {@code MAIL FROM}, as sent
 * @param via which protocol or API brought it, in lower case, such as {@code smtp} or {@code lmtp}; empty if none did
 * @param helo the name that the client gave itself
 * @param peer where the client came from
 * @param tls protocol and cipher suite, if the connection was encrypted
 * @param identity whom the client authenticated as, if it did
 * @param mechanism how the client authenticated, such as {@code PLAIN}, if it did
 */
public record Envelope(
        String sender,
        List<Addressee> addressees,
        List<String> parameters,
        String via,
        String helo,
        InetSocketAddress peer,
        Optional<String> tls,
        Optional<String> identity,
        Optional<String> mechanism)
        implements AssertProvider<EnvelopeAssert> {

    /**
     * The envelope of a message that nobody handed over.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static final Envelope NONE = new Envelope(
            "",
            List.of(),
            List.of(),
            "",
            "",
            InetSocketAddress.createUnresolved("nowhere", 0),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Return the addresses of the recipients, in order, duplicates included. */
    public List<String> recipients() {
        return addressees.stream().map(Addressee::address).toList();
    }

    @Override
    public EnvelopeAssert assertThat() {
        return new EnvelopeAssert(this);
    }

    /** Return the sender and the recipients. */
    @Override
    public String toString() {
        return "envelope from <" + sender + "> to " + recipients();
    }

    /**
     * One recipient.
     *
     * @param address the address, as sent
     * @param parameters the ESMTP parameters of {@code RCPT TO}, as sent, such as {@code NOTIFY=NEVER}
     */
    public record Addressee(String address, List<String> parameters) {}
}
