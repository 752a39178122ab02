package io.github.postfixture;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A throwaway host: a mail server and a web server with one certificate authority and one timeline.
 *
 * <pre>{@code
 * try (Postfixture host = Postfixture.start()) {
 *     host.web().serve("/confirm", Response.html("<h1>Address confirmed</h1>"));
 *     new SignUp(host.mail().smtp().uri(), host.web().uri("/confirm")).register("alice@example.org");
 *
 *     host.mail().awaitMail().link("Confirm your address").follow();
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class Postfixture implements Fixture {

    private final MailServer mail;
    private final WebServer web;

    private Postfixture(MailServer mail, WebServer web) {
        this.mail = mail;
        this.web = web;
    }

    /** Start a host with default servers. */
    public static Postfixture start() {
        return start(MailServer.builder(), WebServer.builder());
    }

    /** Start a host with these servers; they get one timeline, whatever theirs was. */
    public static Postfixture start(MailServerBuilder mail, WebServerBuilder web) {
        Timeline timeline = new Timeline();
        MailServer started = mail.copy().timeline(timeline).start();
        try {
            return new Postfixture(started, web.copy().timeline(timeline).start());
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /**
     * Return a host of servers that run already.
     *
     * @throws IllegalArgumentException if they do not share a timeline
     */
    public static Postfixture of(MailServer mail, WebServer web) {
        if (mail.timeline() != web.timeline()) {
            throw new IllegalArgumentException("mail and web must share a timeline; give both builders the same");
        }
        return new Postfixture(mail, web);
    }

    /** Return the mail server. */
    public MailServer mail() {
        return mail;
    }

    /** Return the web server. */
    public WebServer web() {
        return web;
    }

    /** Return the authority that signs the certificates of both. */
    public CertificateAuthority certificateAuthority() {
        return CertificateAuthority.ofThisJvm();
    }

    @Override
    public Timeline timeline() {
        return mail.timeline();
    }

    /** Return how long the more patient of both servers waits. */
    @Override
    public Duration timeout() {
        return Collections.max(List.of(mail.timeout(), web.timeout()));
    }

    @Override
    public String whoConnected() {
        return mail.whoConnected() + web.whoConnected();
    }

    @Override
    public List<Endpoint> endpoints() {
        return Stream.of(mail, web)
                .flatMap(server -> server.endpoints().stream())
                .toList();
    }

    @Override
    public List<String> leftOpen(Duration patience) {
        return mail.leftOpen(patience);
    }

    @Override
    public void close() {
        mail.close();
        web.close();
    }
}
