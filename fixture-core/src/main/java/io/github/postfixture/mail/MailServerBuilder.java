package io.github.postfixture.mail;

import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Describes a server before it starts. Not safe for use by several threads. */
public final class MailServerBuilder {

    final Map<String, String> accounts = new LinkedHashMap<>();
    Map<MailProtocol, Integer> ports = new EnumMap<>(MailProtocol.class);
    Duration timeout = Duration.ofSeconds(5);
    Supplier<Timeline> timeline = Timeline::new;
    boolean startTls = true;

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

    /** Add an account: its mailbox exists from the start, and opens with this password only. */
    public MailServerBuilder account(String address, String password) {
        if (address.isBlank()) {
            throw new IllegalArgumentException("address must not be blank");
        }
        accounts.put(address, password);
        return this;
    }

    /** Let every await give up after this time. The default is 5 seconds. */
    public MailServerBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout (" + timeout + ") must be positive");
        }
        this.timeout = timeout;
        return this;
    }

    /** Offer {@code STARTTLS} (RFC 3207), or do not. The default is to offer it. */
    public MailServerBuilder startTls(boolean offered) {
        startTls = offered;
        return this;
    }

    /** Write to this timeline, which other fixtures may share. The default is one of its own. */
    public MailServerBuilder timeline(Timeline timeline) {
        this.timeline = () -> timeline;
        return this;
    }

    /** Return a builder with the same settings, which can be changed on its own. */
    public MailServerBuilder copy() {
        MailServerBuilder copy = new MailServerBuilder();
        copy.accounts.putAll(accounts);
        copy.ports = new EnumMap<>(ports);
        copy.timeout = timeout;
        copy.timeline = timeline;
        copy.startTls = startTls;
        return copy;
    }

    /** Start the server; it must be closed. */
    public MailServer start() {
        return new MailServer(this);
    }
}
