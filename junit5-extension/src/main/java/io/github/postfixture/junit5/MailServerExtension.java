package io.github.postfixture.junit5;

import io.github.postfixture.mail.MailServerBuilder;
import java.util.Map;
import java.util.Optional;

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
 * <p>Creation and clean up are as with the annotation, for a static field and an instance field alike. Holds the
 * description only; safe for tests that run in parallel.
 */
public final class MailServerExtension extends ServerExtension {

    private final Optional<Settings> settings;

    /** Say nothing of the server; such an extension is refused. Use {@link #with(MailServerBuilder)}. */
    public MailServerExtension() {
        this(Optional.empty());
    }

    private MailServerExtension(Optional<Settings> settings) {
        super(settings);
        this.settings = settings;
    }

    /** Make an extension; what is done with the builder afterwards has no effect on it. */
    public static MailServerExtension with(MailServerBuilder builder) {
        return new MailServerExtension(
                Optional.of(Settings.of(Map.of(HostPart.MAIL, PartConfiguration.of(builder.copy())))));
    }

    /** Return the same with a name, which {@link Server} asks for. The default is none. */
    public MailServerExtension named(String name) {
        return new MailServerExtension(settings.map(set -> set.named(name)));
    }

    /** Return the same with a server that lasts so long. The default is one test. */
    public MailServerExtension scope(Scope scope) {
        return new MailServerExtension(settings.map(set -> set.lasting(scope)));
    }

    /** Return the same with ports that last so long, if that is longer than the server. The default is as long. */
    public MailServerExtension ports(Scope ports) {
        return new MailServerExtension(settings.map(set -> set.withPorts(ports)));
    }
}
