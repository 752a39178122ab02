package io.github.postfixture;

import io.github.postfixture.account.Account;
import io.github.postfixture.groupware.Groupware;
import io.github.postfixture.groupware.GroupwareBuilder;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Builds a {@link Postfixture}, a host. Not safe for use by several threads.
 *
 * <pre>{@code
 * Postfixture host = Postfixture.builder()
 *         .mail(MailServer.builder().protocols(SMTP, IMAP))
 *         .web(WebServer.builder().site(Site.directory(Path.of("src/main/www"))))
 *         .start();
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
// A lambda with a parameter of type GroupwareBuilder would load it, for tests of mail alone, too.
public final class PostfixtureBuilder {

    private final List<Account> accounts = new ArrayList<>();
    private Optional<MailServerBuilder> mail = Optional.empty();
    private Optional<WebServerBuilder> web = Optional.empty();
    private Optional<GroupwareBuilder> groupware = Optional.empty();
    private Optional<InstantSource> clock = Optional.empty();
    private Optional<Reservation> webPorts = Optional.empty();
    private Supplier<Timeline> timeline = Timeline::new;

    PostfixtureBuilder() {}

    /**
     * Have this mail server, which starts with the host; what is done with its builder afterwards has no effect. The default
     * is an ordinary one, which starts when it is first asked for.
     */
    public PostfixtureBuilder mail(MailServerBuilder mail) {
        this.mail = Optional.of(mail.copy());
        return this;
    }

    /**
     * Have this web server, which starts with the host; what is done with its builder afterwards has no effect. The default
     * is an ordinary one, which starts when it is first asked for.
     */
    public PostfixtureBuilder web(WebServerBuilder web) {
        this.web = Optional.of(web.copy());
        return this;
    }

    /**
     * Have this groupware, which starts with the host; what is done with its builder afterwards has no effect. The default is an
     * ordinary one, which starts when it is first asked for.
     */
    public PostfixtureBuilder groupware(GroupwareBuilder groupware) {
        this.groupware = Optional.of(groupware.copy());
        return this;
    }

    /** Add an account, which every server of the host knows. Those of the mail server's own builder come before. */
    public PostfixtureBuilder account(String address, String password) {
        return account(Account.of(address, password));
    }

    /** Add an account, which every server of the host knows. Those of the mail server's own builder come before. */
    public PostfixtureBuilder account(Account account) {
        accounts.add(account);
        return this;
    }

    /**
     * Let all servers take the time from this clock, whatever theirs was; see {@link MailServerBuilder#clock(InstantSource)}
     * and {@link WebServerBuilder#clock(InstantSource)}. The default is theirs.
     */
    public PostfixtureBuilder clock(InstantSource clock) {
        this.clock = Optional.of(clock);
        return this;
    }

    /** Let all servers write to this timeline, whatever theirs was. The default is one of the host's own. */
    public PostfixtureBuilder timeline(Timeline timeline) {
        this.timeline = () -> timeline;
        return this;
    }

    /**
     * Let the web server answer at these ports, unless its own description says at which.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public PostfixtureBuilder webOn(Reservation ports) {
        webPorts = Optional.of(ports);
        return this;
    }

    /** Return a builder with the same settings, which can be changed on its own. */
    public PostfixtureBuilder copy() {
        PostfixtureBuilder copy = new PostfixtureBuilder();
        copy.mail = mail.map(MailServerBuilder::copy);
        copy.web = web.map(WebServerBuilder::copy);
        if (groupware.isPresent()) {
            copy.groupware(groupware.get());
        }
        copy.accounts.addAll(accounts);
        copy.clock = clock;
        copy.webPorts = webPorts;
        copy.timeline = timeline;
        return copy;
    }

    /**
     * Start the host; it must be closed.
     *
     * @throws java.io.UncheckedIOException if a port was asked for and cannot be had
     */
    public Postfixture start() {
        PostfixtureBuilder description = copy();
        Postfixture host = Postfixture.onDemand(timeline.get(), () -> description);
        try {
            mail.ifPresent(described -> host.mail());
            web.ifPresent(described -> host.web());
            if (groupware.isPresent()) {
                host.groupware();
            }
            return host;
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    /**
     * Return the mail server as this host has it, for one that is to differ in something.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public MailServerBuilder mailServer() {
        MailServerBuilder server = mail.orElseGet(MailServer::builder).copy();
        if (groupware.isPresent()) {
            groupware.get().accounts().forEach(server::account);
        }
        accounts.forEach(server::account);
        clock.ifPresent(server::clock);
        return server;
    }

    /**
     * Return the groupware as this host has it, for one that is to differ in something.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public GroupwareBuilder groupwareServer() {
        GroupwareBuilder described = groupware.isPresent() ? groupware.get().copy() : Groupware.builder();
        if (clock.isPresent()) {
            described.clock(clock.get());
        }
        return described;
    }

    /**
     * Return the web server as this host has it, for one that is to differ in something.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public WebServerBuilder webServer() {
        WebServerBuilder server = web.orElseGet(WebServer::builder).copy();
        webPorts.filter(ports -> !server.hasPlace()).ifPresent(server::on);
        clock.ifPresent(server::clock);
        return server;
    }
}
