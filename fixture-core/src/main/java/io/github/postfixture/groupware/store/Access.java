package io.github.postfixture.groupware.store;

/** What somebody may do with a collection and what is in it; each includes those before it. */
public enum Access {
    /** Nothing. */
    NONE,
    /** See when its owner is busy. */
    FREE_BUSY,
    /** Read it. */
    READ,
    /** Change what is in it, but not remove or share it. */
    WRITE,
    /** Everything. */
    OWNER;

    /** Return whether it includes another. */
    public boolean includes(Access other) {
        return compareTo(other) >= 0;
    }
}
