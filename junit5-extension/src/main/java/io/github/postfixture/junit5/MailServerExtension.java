package io.github.postfixture.junit5;

import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.mail.Mailbox;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * Give every test a mail server that a builder describes, where {@link WithMailServer} cannot say it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MailServerExtension MAIL = MailServerExtension.with(MailServer.builder()
 *         .protocols(SMTP, IMAP)
 *         .account("alice@example.org", "secret")
 *         .timeout(ofSeconds(2)));
 * }</pre>
 *
 * <p>Creation, scope and clean up are as with the annotation, for a static field and an instance field alike. Holds
 * the description only; safe for tests that run in parallel.
 */
public final class MailServerExtension extends ServerExtension {

    private static final Set<Class<?>> TYPES = Set.of(MailServer.class, Mailbox.class, Postfixture.class);

    private final Optional<MailServerBuilder> builder;

    /** For the annotation; use {@link #with(MailServerBuilder)}. */
    public MailServerExtension() {
        builder = Optional.empty();
    }

    private MailServerExtension(MailServerBuilder builder) {
        this.builder = Optional.of(builder);
    }

    /** Make an extension; what is done with the builder afterwards has no effect on it. */
    public static MailServerExtension with(MailServerBuilder builder) {
        return new MailServerExtension(builder.copy());
    }

    @Override
    void describe(ExtensionContext context, TestFixtures fixtures) {
        fixtures.describeMail(this, builder.map(MailServerBuilder::copy).orElseGet(() -> annotated(context)));
    }

    @Override
    boolean supports(Class<?> type, TestFixtures fixtures) {
        return TYPES.contains(type);
    }

    @Override
    boolean supportsOutsideTests(Class<?> type) {
        return TYPES.contains(type);
    }

    @Override
    Object resolve(ParameterContext parameter, TestFixtures fixtures) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Postfixture.class) {
            return fixtures.both();
        }
        return type == MailServer.class ? fixtures.mail() : mailbox(parameter, fixtures.mail());
    }

    private static Mailbox mailbox(ParameterContext parameter, MailServer server) {
        Collection<String> accounts = server.accounts();
        Optional<MailboxOf> named = parameter.findAnnotation(MailboxOf.class);
        if (named.isEmpty() && accounts.size() != 1) {
            throw Misuse.whoseMailbox(accounts);
        }
        String address =
                named.map(MailboxOf::value).orElseGet(() -> accounts.iterator().next());
        if (!accounts.isEmpty() && accounts.stream().noneMatch(address::equalsIgnoreCase)) {
            throw Misuse.unknownAccount(address, accounts);
        }
        return server.mailbox(address);
    }

    private static MailServerBuilder annotated(ExtensionContext context) {
        WithMailServer annotation = nearest(context, WithMailServer.class)
                .orElseThrow(() -> Misuse.noAnnotation(MailServerExtension.class));
        try {
            return described(annotation);
        } catch (IllegalArgumentException e) {
            throw Misuse.malformed("@WithMailServer", e);
        }
    }

    private static MailServerBuilder described(WithMailServer annotation) {
        MailServerBuilder builder = MailServer.builder()
                .timeout(Duration.of(
                        annotation.timeout(), annotation.timeoutUnit().toChronoUnit()))
                .startTls(annotation.startTls());
        if (annotation.protocols().length > 0) {
            builder.protocols(annotation.protocols());
        }
        for (String account : annotation.accounts()) {
            addAccount(builder, account);
        }
        return builder;
    }

    private static void addAccount(MailServerBuilder builder, String account) {
        int colon = account.indexOf(':');
        if (colon < 1) {
            throw Misuse.malformedAccount(account);
        }
        builder.account(account.substring(0, colon), account.substring(colon + 1));
    }
}
