package io.github.postfixture.mail.store;

/** What a store does not do; the message says why, in one printable line. */
public final class StoreRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Make a refusal. */
    public StoreRefusal(Reason reason, String text) {
        super(text);
        this.reason = reason;
    }

    /** Return what kind of refusal it is. */
    public Reason reason() {
        return reason;
    }

    /** What kind of refusal it is; the names are response codes of RFC 5530. */
    public enum Reason {
        /** There is a folder of that name. */
        ALREADYEXISTS,
        /** There is no folder of that name. */
        NONEXISTENT,
        /** It can never be done. */
        CANNOT,
        /** The account would hold more than it may. */
        OVERQUOTA
    }
}
