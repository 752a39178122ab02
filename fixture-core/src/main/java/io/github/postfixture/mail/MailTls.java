package io.github.postfixture.mail;

import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.FaultPoint;
import io.github.postfixture.mail.fault.ProtocolFaults;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.tls.TlsFault;
import javax.net.ssl.SSLContext;

/**
 * How a mail server encrypts its connections.
 *
 * @param host who the server is to clients that name no host
 * @param faults what is to go wrong at handshakes
 */
record MailTls(String host, ProtocolFaults<TlsFault> faults) {

    /** Mean the handshakes of all protocols. */
    static FaultPoint<TlsFault> faultPoint(ProtocolFaults<TlsFault> faults) {
        return new FaultPoint<>(faults, "TLS handshake", occasion -> true);
    }

    /** Mean the handshakes of one protocol. */
    static FaultPoint<TlsFault> faultPoint(ProtocolFaults<TlsFault> faults, MailProtocol protocol) {
        return new FaultPoint<>(
                faults,
                occasionOf(protocol).toString(),
                occasion -> occasion.argument().equals(occasionOf(protocol).argument()));
    }

    /** Return the context for the next handshake of a protocol, which may meet a fault. */
    SSLContext at(MailProtocol protocol) {
        return faults.strike(protocol.scheme(), occasionOf(protocol))
                .map(fault -> fault.serverContextAt(host))
                .orElseGet(() -> CertificateAuthority.ofThisJvm().serverContextAt(host));
    }

    private static Occasion occasionOf(MailProtocol protocol) {
        return Occasion.of("TLS handshake", "of " + protocol.scheme(), "");
    }
}
