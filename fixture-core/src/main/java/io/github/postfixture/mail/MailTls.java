package io.github.postfixture.mail;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPlan;
import io.github.postfixture.fault.FaultPoint;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.mail.fault.SocketEffects;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.tls.TlsFault;
import java.io.IOException;
import javax.net.ssl.SSLContext;

/**
 * How a mail server encrypts its connections.
 *
 * @param host who the server is to clients that name no host
 * @param faults what is to go wrong at handshakes
 * @param closing whether the server stops
 */
record MailTls(String host, FaultPlan<Occasion, TlsFault> faults, ShutdownSignal closing) {

    private static final String HANDSHAKE = "TLS handshake";

    /** Mean the handshakes of all protocols. */
    static FaultPoint<TlsFault> faultPoint(FaultPlan<Occasion, TlsFault> faults) {
        return faults.at(occasion -> true, HANDSHAKE);
    }

    /** Mean the handshakes of one protocol. */
    static FaultPoint<TlsFault> faultPoint(FaultPlan<Occasion, TlsFault> faults, MailProtocol protocol) {
        Occasion meant = occasionOf(protocol);
        return faults.at(meant::equals, meant.toString());
    }

    /** Return the context for the next handshake of a protocol, which may meet a fault. */
    SSLContext at(MailProtocol protocol, Connection connection) throws IOException {
        Fault<? super TlsFault> fault =
                faults.strike(protocol.scheme(), occasionOf(protocol)).orElse(null);
        if (fault instanceof ConnectionFault ofConnection) {
            SocketEffects.strike(ofConnection, connection, closing::pause);
        }
        return fault instanceof TlsFault wrong
                ? wrong.serverContextAt(host)
                : CertificateAuthority.ofThisJvm().serverContextAt(host);
    }

    private static Occasion occasionOf(MailProtocol protocol) {
        return Occasion.of(HANDSHAKE, "of " + protocol.scheme(), "");
    }
}
