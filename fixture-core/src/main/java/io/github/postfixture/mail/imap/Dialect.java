package io.github.postfixture.mail.imap;

import java.util.EnumSet;
import java.util.Set;

/** What a client has asked for beyond what every client gets. */
final class Dialect {

    private final Set<Extension> enabled = EnumSet.noneOf(Extension.class);

    boolean isEnabled(Extension extension) {
        return enabled.contains(extension);
    }

    /** Enable it with what it is built on, and return whether it was not enabled before. */
    boolean enable(Extension extension) {
        if (extension == Extension.QRESYNC) {
            enabled.add(Extension.CONDSTORE);
        }
        return enabled.add(extension);
    }

    /** Return the name of a folder as it is written in a response. */
    String mailbox(String name) {
        return MailboxName.quoted(name, isEnabled(Extension.UTF8));
    }
}
