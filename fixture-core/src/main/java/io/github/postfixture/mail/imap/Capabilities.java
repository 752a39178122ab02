package io.github.postfixture.mail.imap;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server tells that it can (RFC 3501 section 7.2.1): all of it, and nothing else. */
final class Capabilities {

    private static final String ALWAYS = "IMAP4rev1 LITERAL+ SASL-IR ID ENABLE IDLE NAMESPACE UIDPLUS UNSELECT MOVE"
            + " CHILDREN LIST-EXTENDED LIST-STATUS STATUS=SIZE SPECIAL-USE CREATE-SPECIAL-USE MULTIAPPEND CONDSTORE"
            + " QRESYNC QUOTA QUOTA=RES-STORAGE QUOTA=RES-MESSAGE QUOTASET UTF8=ACCEPT OBJECTID"
            + " ESEARCH SEARCHRES SORT SORT=DISPLAY ESORT THREAD=ORDEREDSUBJECT THREAD=REFERENCES BINARY";

    private Capabilities() {}

    static String of(ImapSession session) {
        String all = session.isLoggedIn() ? ALWAYS : ALWAYS + login(session) + encryption(session);
        return Stream.of(all.split(" ")).filter(session.dialect()::offers).collect(Collectors.joining(" "));
    }

    private static String login(ImapSession session) {
        return ImapLoginCommands.isPossible(session)
                ? session.host().accounts().mechanisms().stream()
                        .map(mechanism -> " AUTH=" + mechanism.keyword())
                        .collect(Collectors.joining())
                : " LOGINDISABLED";
    }

    private static String encryption(ImapSession session) {
        return ImapLoginCommands.isEncryptionPossible(session) ? " STARTTLS" : "";
    }
}
