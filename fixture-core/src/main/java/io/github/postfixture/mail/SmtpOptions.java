package io.github.postfixture.mail;

import io.github.postfixture.mail.smtp.SmtpRules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an SMTP server offers, and how strict it is; see {@link MailServerBuilder#smtp(SmtpOptions)}. Immutable: every
 * method returns new options.
 *
 * <pre>{@code
 * MailServer.builder().smtp(SmtpOptions.defaults().without(PIPELINING).largestMessage(10_000).requireAuthentication());
 * }</pre>
 */
public final class SmtpOptions {

    private static final SmtpOptions DEFAULTS = new SmtpOptions(new SmtpRules(
            "localhost",
            100L << 20,
            1_000,
            Arrays.stream(SmtpExtension.values()).map(SmtpExtension::keyword).collect(Collectors.toUnmodifiableSet()),
            false,
            false,
            false));

    private final SmtpRules rules;

    private SmtpOptions(SmtpRules rules) {
        this.rules = rules;
    }

    /** Return the options of a server that offers everything, and lets everybody send. */
    public static SmtpOptions defaults() {
        return DEFAULTS;
    }

    /** Do not offer these extensions, and refuse what belongs to them. The default is to offer all. */
    public SmtpOptions without(SmtpExtension... extensions) {
        Set<String> left = new HashSet<>(rules.extensions());
        Arrays.asList(extensions).forEach(extension -> left.remove(extension.keyword()));
        return new SmtpOptions(rules.withExtensions(Set.copyOf(left)));
    }

    /** Refuse larger messages with 552, by declared size and by real size. The default is 104,857,600 bytes (100 MiB). */
    public SmtpOptions largestMessage(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes (" + bytes + ") must be positive");
        }
        return new SmtpOptions(rules.withLargestMessage(bytes));
    }

    /** Refuse further recipients of a message with 452. The default is 1,000. */
    public SmtpOptions mostRecipients(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count (" + count + ") must be positive");
        }
        return new SmtpOptions(rules.withMostRecipients(count));
    }

    /**
     * Keep a CR or LF on its own as it is. The default is to refuse a message that has one with 554 (RFC 5321 section
     * 2.3.8). In neither case does it end a line or a message.
     */
    public SmtpOptions allowBareLineEndings() {
        return new SmtpOptions(rules.withBareLineEndings());
    }

    /** Refuse {@code MAIL} with 530 before a login. The default is to let everybody send. */
    public SmtpOptions requireAuthentication() {
        return new SmtpOptions(rules.withAuthenticationRequired());
    }

    /** Offer and allow a login on an encrypted connection only. The default is to allow it on any. */
    public SmtpOptions requireTlsForAuthentication() {
        return new SmtpOptions(rules.withTlsForAuthentication());
    }

    SmtpRules rules() {
        return rules;
    }
}
