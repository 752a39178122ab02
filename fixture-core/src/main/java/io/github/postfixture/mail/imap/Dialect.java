package io.github.postfixture.mail.imap;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** What a client has asked for beyond what every client gets, and what it does not get. */
final class Dialect {

    private final Set<ImapExtension> enabled = EnumSet.noneOf(ImapExtension.class);
    private final Set<String> hidden = new HashSet<>();
    private boolean frozen;

    boolean isEnabled(ImapExtension extension) {
        return enabled.contains(extension);
    }

    /** Enable it with what it is built on, and return whether it was not enabled before. */
    boolean enable(ImapExtension extension) {
        if (extension == ImapExtension.QRESYNC) {
            enabled.add(ImapExtension.CONDSTORE);
        }
        return enabled.add(extension);
    }

    /** Do not offer these capabilities any more. */
    void hide(Set<String> keywords) {
        hidden.addAll(keywords);
    }

    /** Return whether a capability is on offer; {@code UIDPLUS} stands for {@code UID EXPUNGE}. */
    boolean offers(String keyword) {
        return !hidden.contains(keyword) && !(keyword.equals("UID EXPUNGE") && hidden.contains("UIDPLUS"));
    }

    /** Let the client change no folder any more. */
    void freeze() {
        frozen = true;
    }

    /** Return whether the client may change no folder. */
    boolean isFrozen() {
        return frozen;
    }

    /** Return the name of a folder as it is written in a response. */
    String mailbox(String name) {
        return MailboxName.quoted(name, isEnabled(ImapExtension.UTF8));
    }
}
