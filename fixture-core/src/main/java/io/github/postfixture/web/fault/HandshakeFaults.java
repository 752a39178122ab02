package io.github.postfixture.web.fault;

import io.github.postfixture.fault.ConnectionFault;
import io.github.postfixture.fault.Fault;
import io.github.postfixture.fault.FaultPlan;
import io.github.postfixture.fault.FaultPoint;
import io.github.postfixture.fault.FaultScript;
import io.github.postfixture.fault.Occasion;
import io.github.postfixture.fault.Occurrence;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.tls.TlsFault;
import io.github.postfixture.web.engine.HandshakeReply;
import org.apiguardian.api.API;

/**
 * The faults of the TLS handshakes of a web server. Safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class HandshakeFaults implements FaultPoint<TlsFault> {

    private static final Occasion HANDSHAKE = Occasion.of("TLS handshake", "of https", "");

    private final FaultPlan<Occasion, TlsFault> plan;

    /** Begin without a fault. */
    public HandshakeFaults(FaultScript script) {
        plan = script.plan("http", Occasion::argument);
    }

    @Override
    public void strike(Occurrence occurrence, Fault<? super TlsFault> fault) {
        if (fault instanceof ConnectionFault ofConnection
                && ofConnection.on(HandshakeEffects.EFFECTS).isEmpty()) {
            throw new IllegalArgumentException("fault (" + fault + ") has no effect at " + HANDSHAKE
                    + ": it is for the content of an answer; script it at a path");
        }
        plan.add(occasion -> true, occurrence, fault, HANDSHAKE.toString());
    }

    /**
     * Return how the next handshake is to begin.
     *
     * @param host the host to which clients come that name none
     */
    public HandshakeReply reply(String host) {
        Fault<? super TlsFault> fault = plan.strike(HANDSHAKE).orElse(null);
        if (fault instanceof TlsFault wrong) {
            return new HandshakeReply.Secure(wrong.serverContextAt(host));
        }
        HandshakeReply ordinary =
                new HandshakeReply.Secure(CertificateAuthority.ofThisJvm().serverContextAt(host));
        return fault instanceof ConnectionFault ofConnection
                ? ofConnection.on(HandshakeEffects.EFFECTS).orElseThrow().apply(ordinary)
                : ordinary;
    }
}
