package io.github.postfixture.mail.smtp;

import java.util.Set;

/**
 * How strict a server is, and what it offers.
 *
 * @param name the name in greetings
 * @param largestMessage the most bytes of a message
 * @param mostRecipients the most recipients of a message
 * @param extensions the keywords of the service extensions on offer
 * @param authenticationRequired whether {@code MAIL} needs a login before it
 * @param authenticationNeedsTls whether a login needs an encrypted connection
 * @param bareLineEndingsAllowed whether a message may hold a CR or LF on its own
 */
public record SmtpRules(
        String name,
        long largestMessage,
        int mostRecipients,
        Set<String> extensions,
        boolean authenticationRequired,
        boolean authenticationNeedsTls,
        boolean bareLineEndingsAllowed) {

    /** Return rules with these extensions. */
    public SmtpRules withExtensions(Set<String> keywords) {
        return new SmtpRules(
                name,
                largestMessage,
                mostRecipients,
                keywords,
                authenticationRequired,
                authenticationNeedsTls,
                bareLineEndingsAllowed);
    }

    /** Return rules with this largest message. */
    public SmtpRules withLargestMessage(long bytes) {
        return new SmtpRules(
                name,
                bytes,
                mostRecipients,
                extensions,
                authenticationRequired,
                authenticationNeedsTls,
                bareLineEndingsAllowed);
    }

    /** Return rules with this number of recipients at most. */
    public SmtpRules withMostRecipients(int count) {
        return new SmtpRules(
                name,
                largestMessage,
                count,
                extensions,
                authenticationRequired,
                authenticationNeedsTls,
                bareLineEndingsAllowed);
    }

    /** Return rules that require a login before {@code MAIL}. */
    public SmtpRules withAuthenticationRequired() {
        return new SmtpRules(
                name, largestMessage, mostRecipients, extensions, true, authenticationNeedsTls, bareLineEndingsAllowed);
    }

    /** Return rules that require an encrypted connection before a login. */
    public SmtpRules withTlsForAuthentication() {
        return new SmtpRules(
                name, largestMessage, mostRecipients, extensions, authenticationRequired, true, bareLineEndingsAllowed);
    }

    /** Return rules that allow a CR or LF on its own. */
    public SmtpRules withBareLineEndings() {
        return new SmtpRules(
                name, largestMessage, mostRecipients, extensions, authenticationRequired, authenticationNeedsTls, true);
    }

    boolean offers(String keyword) {
        return extensions.contains(keyword);
    }
}
