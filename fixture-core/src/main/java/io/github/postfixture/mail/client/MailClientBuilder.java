package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.CertificateAuthority;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Builds a {@link MailClient}. Not safe for use by several threads. */
public final class MailClientBuilder {

    final String user;
    final String password;
    Optional<Endpoint> smtp = Optional.empty();
    Optional<Endpoint> mailbox = Optional.empty();
    Optional<Path> directory = Optional.empty();
    Optional<SSLContext> tls = Optional.empty();
    Supplier<Timeline> timeline = Timeline::new;
    Duration timeout = Duration.ofSeconds(5);
    Duration commandTimeout = Duration.ofSeconds(30);
    Runnable beforeEachStep = () -> {};
    boolean startTls;
    boolean keepsOnServer = true;

    MailClientBuilder(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** Send by this server; {@code smtps} encrypts from the first byte. The default is not to send. */
    public MailClientBuilder smtp(Endpoint endpoint) {
        smtp = Optional.of(endpoint);
        return this;
    }

    /**
     * Keep a copy of this mailbox, by the protocol of the endpoint: {@code imap}, {@code imaps}, {@code pop3} or {@code pop3s}.
     *
     * @throws IllegalArgumentException if its scheme is none of these
     */
    public MailClientBuilder mailbox(Endpoint endpoint) {
        if (!endpoint.scheme().matches("imaps?|pop3s?")) {
            throw new IllegalArgumentException("endpoint (" + endpoint + ") must be one of imap, imaps, pop3 or pop3s");
        }
        mailbox = Optional.of(endpoint);
        return this;
    }

    /** Keep the local copy in this directory, where it is found again. The default is a temporary one. */
    public MailClientBuilder directory(Path directory) {
        this.directory = Optional.of(directory);
        return this;
    }

    /** Require {@code STARTTLS} on endpoints that are not encrypted from the first byte. The default is plain text. */
    public MailClientBuilder startTls() {
        startTls = true;
        return this;
    }

    /** Trust these certificates. The default is to trust the throwaway authority of this JVM, and nobody else. */
    public MailClientBuilder trusting(SSLContext context) {
        tls = Optional.of(context);
        return this;
    }

    /** Delete by POP3 what was fetched. The default is to leave it on the server. */
    public MailClientBuilder deletesFromServer() {
        keepsOnServer = false;
        return this;
    }

    /**
     * Tell this timeline, such as that of the server of the test, which mail the client has fetched, and let an
     * {@link MailClient#awaitMail()} in vain say where its report is. The default is a timeline that nobody else sees.
     */
    public MailClientBuilder timeline(Timeline timeline) {
        this.timeline = () -> timeline;
        return this;
    }

    /**
     * Let {@link MailClient#awaitMail()} give up after this time without mail. The default is 5 seconds. How long a server
     * may take to answer is {@link #commandTimeout(Duration)}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public MailClientBuilder timeout(Duration timeout) {
        this.timeout = requirePositive(timeout);
        return this;
    }

    /**
     * Give a server up that has not answered a command completely within this time, however it passes it: silent, or by a
     * byte a second. The time to connect, and the greeting, count as a command of their own; so does the handing over of a
     * message. The default is 30 seconds.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public MailClientBuilder commandTimeout(Duration timeout) {
        commandTimeout = requirePositive(timeout);
        return this;
    }

    private static Duration requirePositive(Duration timeout) {
        if (timeout.toMillis() <= 0 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("timeout (" + timeout + ") must be positive, and less than 24 days");
        }
        return timeout;
    }

    /** Start the client, online; nothing is sent or fetched yet. It must be closed. */
    public MailClient start() {
        return new MailClient(this);
    }

    MailAccount account() {
        SSLContext context =
                tls.orElseGet(() -> CertificateAuthority.ofThisJvm().sslContext());
        return new MailAccount(this, context);
    }

    /** Run this before each step that changes something on disk or on a server: what it throws ends the client like a crash. */
    MailClientBuilder beforeEachStep(Runnable action) {
        beforeEachStep = action;
        return this;
    }
}
