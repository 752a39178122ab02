package io.github.postfixture;

import io.github.postfixture.groupware.Groupware;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.CertificateAuthority;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A throwaway host: a mail server, a web server and groupware with one directory of accounts, one certificate authority and one
 * timeline.
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
 * <p>A server that the builder says nothing of starts when it is first asked for. Safe for use by several threads.
 */
public final class Postfixture implements Fixture {

    private final Timeline timeline;
    private final HostedFixture<MailServer> mail;
    private final HostedFixture<WebServer> web;
    private final HostedFixture<Fixture> groupware;

    private Postfixture(Timeline timeline, Supplier<PostfixtureBuilder> description) {
        this.timeline = timeline;
        mail = new HostedFixture<>(
                () -> description.get().mailServer().timeline(timeline).start());
        web = new HostedFixture<>(
                () -> description.get().webServer().timeline(timeline).start());
        groupware = new HostedFixture<>(() -> HostedGroupware.start(this, description.get()));
    }

    /** Start a host with default servers. */
    public static Postfixture start() {
        return builder().start();
    }

    /** Start a host with these servers; they get one timeline, whatever theirs was. */
    public static Postfixture start(MailServerBuilder mail, WebServerBuilder web) {
        return builder().mail(mail).web(web).start();
    }

    /** Return a builder of a host that is not the default one. */
    public static PostfixtureBuilder builder() {
        return new PostfixtureBuilder();
    }

    /**
     * Return a host each of whose servers starts when it is first asked for, as it is described then.
     *
     * @param timeline what the servers write to
     * @param description is asked whenever a server starts
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static Postfixture onDemand(Timeline timeline, Supplier<PostfixtureBuilder> description) {
        return new Postfixture(timeline, description);
    }

    /** Return the mail server. */
    public MailServer mail() {
        return mail.get();
    }

    /** Return the web server. */
    public WebServer web() {
        return web.get();
    }

    /** Return the calendars, task lists and address books; clients reach them at the web server. */
    public Groupware groupware() {
        return (Groupware) groupware.get();
    }

    /** Return the authority that signs the certificates of both. */
    public CertificateAuthority certificateAuthority() {
        return CertificateAuthority.ofThisJvm();
    }

    /**
     * Return the servers that have started so far.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public List<Fixture> started() {
        return parts().<Fixture>flatMap(part -> part.started().stream()).toList();
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    /** Return how long the most patient server that has started waits. */
    @Override
    public Duration timeout() {
        return started().stream()
                .map(Fixture::timeout)
                .max(Comparator.naturalOrder())
                .orElseGet(Fixture.super::timeout);
    }

    @Override
    public String whoConnected() {
        return started().stream().map(Fixture::whoConnected).collect(Collectors.joining());
    }

    @Override
    public List<Endpoint> endpoints() {
        return started().stream().flatMap(part -> part.endpoints().stream()).toList();
    }

    @Override
    public void verify() {
        started().forEach(Fixture::verify);
    }

    @Override
    public void verifySince(int event) {
        started().forEach(part -> part.verifySince(event));
    }

    @Override
    public List<String> problems() {
        return started().stream().flatMap(part -> part.problems().stream()).toList();
    }

    @Override
    public List<String> leftOpen(Duration patience) {
        return started().stream()
                .flatMap(part -> part.leftOpen(patience).stream())
                .toList();
    }

    /**
     * Begin anew: reset the servers that have started; see {@link MailServer#reset()}, {@link WebServer#reset()} and
     * {@link Groupware#reset()}.
     */
    public void reset() {
        groupware.started().ifPresent(started -> groupware().reset());
        mail.started().ifPresent(MailServer::reset);
        web.started().ifPresent(WebServer::reset);
    }

    @Override
    public void close() {
        parts().forEach(HostedFixture::close);
    }

    private Stream<HostedFixture<? extends Fixture>> parts() {
        return Stream.of(groupware, mail, web);
    }
}
