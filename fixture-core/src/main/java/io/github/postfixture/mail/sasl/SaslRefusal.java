package io.github.postfixture.mail.sasl;

import org.apiguardian.api.API;

/**
 * A login that is refused; each protocol has its own reply for the reason.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class SaslRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String text;

    /** Make a refusal; what no reply can hold is replaced in its text. */
    public SaslRefusal(Reason reason, String text) {
        this(text.replaceAll("\\p{Cntrl}", "?"), reason);
    }

    private SaslRefusal(String text, Reason reason) {
        super(text);
        this.reason = reason;
        this.text = text;
    }

    /** Return what kind of refusal it is. */
    public Reason reason() {
        return reason;
    }

    /** Return why, in one printable line. */
    public String text() {
        return text;
    }

    /**
     * What kind of refusal it is.
     *
     * @hidden
     */
    public enum Reason {
        /** There is no such mechanism, or it is not on offer. */
        NO_SUCH_MECHANISM,
        /** The answer is not what the mechanism asks for. */
        MALFORMED,
        /** The client has thought better of it. */
        CANCELLED,
        /** The password, digest or token does not let the client in. */
        WRONG,
        /** They do, but not as the one whom the client wants to act for (RFC 4616 section 2). */
        NOT_AUTHORIZED
    }
}
