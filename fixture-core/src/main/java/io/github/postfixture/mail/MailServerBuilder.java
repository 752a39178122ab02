package io.github.postfixture.mail;

import io.github.postfixture.account.Account;
import io.github.postfixture.mail.imap.ImapRules;
import io.github.postfixture.mail.pop3.Pop3Rules;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.mail.protocol.SmtpExtension;
import io.github.postfixture.mail.protocol.SmtpOptions;
import io.github.postfixture.mail.sasl.SaslMechanism;
import io.github.postfixture.mail.store.Quota;
import io.github.postfixture.net.BindAddress;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Builds a {@link MailServer}. Every setting has a default. Not safe for use by several threads. */
public final class MailServerBuilder {

    Logins logins = new Logins();
    SmtpOptions smtp = SmtpOptions.defaults();
    Map<MailProtocol, Integer> ports = new EnumMap<>(MailProtocol.class);
    Map<String, Quota> quotas = new HashMap<>();
    Duration timeout = Duration.ofSeconds(5);
    Supplier<Timeline> timeline = Timeline::new;
    Supplier<Reservation> place = Reservation::forOneServer;
    BindAddress whereabouts = BindAddress.LOOPBACK;
    InstantSource clock = InstantSource.system();
    boolean strict;
    ConnectionPolicy allowed = ConnectionPolicy.LOCAL;
    Duration longestSilence = Duration.ofMinutes(30);
    private boolean startTls = true;
    private boolean loginNeedsTls;

    MailServerBuilder() {
        protocols(MailProtocol.values());
    }

    /** Speak these protocols and no other. The default is all. */
    public MailServerBuilder protocols(MailProtocol... protocols) {
        Map<MailProtocol, Integer> chosen = new EnumMap<>(MailProtocol.class);
        Arrays.asList(protocols).forEach(protocol -> chosen.put(protocol, ports.getOrDefault(protocol, 0)));
        ports = chosen;
        return this;
    }

    /** Bind a protocol to this port when the server starts. The default is 0: any free port, bound on demand. */
    public MailServerBuilder port(MailProtocol protocol, int port) {
        ports.put(protocol, port);
        return this;
    }

    /**
     * Add an account: its mailbox exists from the start, and opens with this password only.
     *
     * @throws IllegalArgumentException if the address is blank
     */
    public MailServerBuilder account(String address, String password) {
        return account(Account.of(address, password));
    }

    /**
     * Add an account: its mailbox exists from the start, and opens by its login name or its address, with its password or
     * one of its tokens only.
     *
     * @throws IllegalArgumentException if its login name is that of another account
     */
    public MailServerBuilder account(Account account) {
        logins.add(account);
        account.quota().ifPresent(bytes -> quota(account.address(), bytes));
        return this;
    }

    /**
     * Let the mailbox of an address hold so many bytes, in whole units of 1,024. What is more is refused: by SMTP with
     * 452 or 552 and the status 4.2.2 or 5.2.2, by IMAP with {@code NO [OVERQUOTA]} (RFC 9208). The default is no limit.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public MailServerBuilder quota(String address, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes (" + bytes + ") must not be negative");
        }
        quotas.put(Logins.key(address), Quotas.ofBytes(bytes));
        return this;
    }

    /** Let this bearer token log in to the address, by XOAUTH2 or OAUTHBEARER, and no other but those added so. */
    public MailServerBuilder token(String address, String token) {
        logins.addToken(address, token);
        return this;
    }

    /** Refuse this bearer token as one that has expired. */
    public MailServerBuilder expiredToken(String address, String token) {
        logins.addExpiredToken(address, token);
        return this;
    }

    /** Let accounts log in and nobody else. The default is that an address without an account may, with anything. */
    public MailServerBuilder accountsOnly() {
        logins.refuseStrangers();
        return this;
    }

    /**
     * Offer these mechanisms to log in by, on every protocol, the preferred first; none hides {@code AUTH}. The default
     * is to offer all.
     */
    public MailServerBuilder mechanisms(SaslMechanism... offered) {
        logins.offer(List.of(offered));
        return this;
    }

    /**
     * Fail a test whose scripted faults did not all strike, that did not look at all mail, or whose application left a
     * connection open. The default is to say so.
     */
    public MailServerBuilder strict() {
        strict = true;
        return this;
    }

    /**
     * Let every await give up after this time. The default is 5 seconds.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public MailServerBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout (" + timeout + ") must be positive");
        }
        this.timeout = timeout;
        return this;
    }

    /** Offer {@code STARTTLS} (RFC 3207, RFC 3501 section 6.2.1), or do not. The default is to offer it. */
    public MailServerBuilder startTls(boolean offered) {
        startTls = offered;
        return offered ? this : smtp(smtp.without(SmtpExtension.STARTTLS));
    }

    /**
     * Let nobody log in by IMAP or POP3 over a connection that is not encrypted, and say so: {@code LOGINDISABLED} (RFC 3501
     * section 7.2.1), no {@code USER} and no {@code SASL} in {@code CAPA} (RFC 2449). The default is to let everybody. Of
     * SMTP the like is {@link SmtpOptions#requireTlsForAuthentication()}.
     */
    public MailServerBuilder loginNeedsTls() {
        loginNeedsTls = true;
        return this;
    }

    /**
     * Say goodbye to a client of IMAP or POP3 that has said nothing for so long. The default is 30 minutes, the least
     * that RFC 3501 section 5.4 allows.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public MailServerBuilder idleTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout (" + timeout + ") must be positive");
        }
        longestSilence = timeout;
        return this;
    }

    /** Offer by SMTP what these options say, as strictly as they say. */
    public MailServerBuilder smtp(SmtpOptions options) {
        smtp = options;
        return this;
    }

    /**
     * Take the time from this clock: when a mail is received ({@code INTERNALDATE} too), the {@code Date} of one that the test
     * delivers without a date of its own, and how old a mail is that IMAP searches for. The default is the system's. Timeouts,
     * the timeline and certificates go by the time of the machine.
     */
    public MailServerBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /** Write to this timeline, which other fixtures may share. The default is one of its own. */
    public MailServerBuilder timeline(Timeline timeline) {
        this.timeline = () -> timeline;
        return this;
    }

    /**
     * Listen at this address only, such as {@code 0.0.0.0} for all of this machine. The default is 127.0.0.1, where nobody
     * else can come.
     *
     * @throws IllegalArgumentException if it cannot be resolved
     */
    public MailServerBuilder address(String address) {
        whereabouts = whereabouts.at(address);
        return this;
    }

    /**
     * Have this host in the endpoints, for clients that know this machine by another name, such as those in containers; the
     * certificate is for it too. The default is the address.
     *
     * @throws IllegalArgumentException if it is neither a name nor an address
     */
    public MailServerBuilder advertisedHost(String host) {
        whereabouts = whereabouts.advertisedAs(host);
        return this;
    }

    /**
     * Let links in mail be followed to these hosts too, and what the pages behind them lead to. The default is that nothing
     * in a mail leads anywhere but to this machine.
     *
     * @param hosts names and addresses, such as {@code shop.example.org}; {@code *.example.org} stands for all names below
     * @throws IllegalArgumentException if one is none
     */
    public MailServerBuilder allowing(String... hosts) {
        allowed = allowed.allowing(hosts);
        return this;
    }

    /** Answer at these ports, in place of the server before. The default is ports of its own. */
    public MailServerBuilder on(Reservation reservation) {
        place = () -> reservation;
        return this;
    }

    /** Return a builder with the same settings, which can be changed on its own. */
    public MailServerBuilder copy() {
        MailServerBuilder copy = new MailServerBuilder();
        copy.logins = logins.copy();
        copy.ports = new EnumMap<>(ports);
        copy.quotas = new HashMap<>(quotas);
        copy.timeout = timeout;
        copy.timeline = timeline;
        copy.place = place;
        copy.whereabouts = whereabouts;
        copy.clock = clock;
        copy.strict = strict;
        copy.allowed = allowed;
        copy.smtp = smtp;
        copy.longestSilence = longestSilence;
        copy.startTls = startTls;
        copy.loginNeedsTls = loginNeedsTls;
        return copy;
    }

    ImapRules imapRules() {
        return new ImapRules(startTls, loginNeedsTls, longestSilence);
    }

    Pop3Rules pop3Rules() {
        return new Pop3Rules(startTls, loginNeedsTls, longestSilence);
    }

    /** Return the protocols of which a connection can shake hands. */
    Set<MailProtocol> encrypted() {
        Set<MailProtocol> encrypted = new HashSet<>(ports.keySet());
        if (!smtp.offers(SmtpExtension.STARTTLS.keyword())) {
            encrypted.remove(MailProtocol.SMTP);
        }
        if (!startTls) {
            encrypted.removeAll(Set.of(MailProtocol.IMAP, MailProtocol.POP3));
        }
        return encrypted;
    }

    /** Start the server; it must be closed. */
    public MailServer start() {
        return new MailServer(this);
    }
}
