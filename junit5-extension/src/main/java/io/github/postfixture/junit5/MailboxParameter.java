package io.github.postfixture.junit5;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds whose mailbox a parameter or a field is. */
final class MailboxParameter {

    private MailboxParameter() {}

    static Mailbox of(MailServer server, AnnotatedElement place) {
        Collection<String> accounts = server.accounts();
        String address = AnnotationSupport.findAnnotation(place, MailboxOf.class)
                .map(MailboxOf::value)
                .orElseGet(() -> onlyOne(accounts));
        if (!accounts.isEmpty() && accounts.stream().noneMatch(address::equalsIgnoreCase)) {
            throw ConfigurationErrors.unknownAccount(address, accounts);
        }
        return server.mailbox(address);
    }

    private static String onlyOne(Collection<String> accounts) {
        if (accounts.size() != 1) {
            throw ConfigurationErrors.whoseMailbox(accounts);
        }
        return accounts.iterator().next();
    }
}
