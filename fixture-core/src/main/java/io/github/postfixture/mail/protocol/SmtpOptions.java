package io.github.postfixture.mail.protocol;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What an SMTP server offers, and how strict it is; see {@link io.github.postfixture.mail.MailServerBuilder#smtp(SmtpOptions)}. Immutable: every
 * method returns new options.
 *
 * <pre>{@code
 * MailServer.builder().smtp(SmtpOptions.defaults().without(PIPELINING).largestMessage(10_000).requireAuthentication());
 * }</pre>
 */
public final class SmtpOptions {

    private static final SmtpOptions DEFAULTS = new SmtpOptions(keywords(SmtpExtension.values()), Set.of(), Map.of());

    private final Set<String> extensions;
    private final Set<SmtpPolicy> policies;
    private final Map<SmtpLimit, Long> limits;

    private SmtpOptions(Set<String> extensions, Set<SmtpPolicy> policies, Map<SmtpLimit, Long> limits) {
        this.extensions = Set.copyOf(extensions);
        this.policies = Set.copyOf(policies);
        this.limits = Map.copyOf(limits);
    }

    /** Return the options of a server that offers everything, and lets everybody send. */
    public static SmtpOptions defaults() {
        return DEFAULTS;
    }

    /** Do not offer these extensions, and refuse what belongs to them. The default is to offer all. */
    public SmtpOptions without(SmtpExtension... extensions) {
        return without(keywords(extensions));
    }

    /** Refuse larger messages with 552, by declared size and by real size. The default is 104,857,600 bytes (100 MiB). */
    public SmtpOptions largestMessage(long bytes) {
        return with(SmtpLimit.MESSAGE_BYTES, "bytes", bytes);
    }

    /** Refuse further recipients of a message with 452. The default is 1,000. */
    public SmtpOptions mostRecipients(int count) {
        return with(SmtpLimit.RECIPIENTS, "count", count);
    }

    /**
     * Refuse further messages of one connection with 421, and close it; the client may connect again. The default is no
     * limit.
     */
    public SmtpOptions mostMessagesPerConnection(int count) {
        return with(SmtpLimit.MESSAGES_PER_CONNECTION, "count", count);
    }

    /** Refuse further messages with 452 once the server has taken so many. The default is no limit. */
    public SmtpOptions mostMessages(int count) {
        return with(SmtpLimit.MESSAGES, "count", count);
    }

    /** Close a connection with 421 once its client has kept silent for so long. The default is 5 minutes. */
    public SmtpOptions longestSilence(Duration silence) {
        return with(SmtpLimit.SILENCE_MILLIS, "milliseconds of silence", silence.toMillis());
    }

    /**
     * Keep a CR or LF on its own as it is. The default is to refuse a message that has one with 554 (RFC 5321 section
     * 2.3.8). In neither case does it end a line or a message.
     */
    public SmtpOptions allowBareLineEndings() {
        return with(SmtpPolicy.ALLOW_BARE_LINE_ENDINGS);
    }

    /** Refuse {@code MAIL} with 530 before a login. The default is to let everybody send. */
    public SmtpOptions requireAuthentication() {
        return with(SmtpPolicy.REQUIRE_AUTHENTICATION);
    }

    /** Offer and allow a login on an encrypted connection only. The default is to allow it on any. */
    public SmtpOptions requireTlsForAuthentication() {
        return with(SmtpPolicy.REQUIRE_TLS_FOR_AUTHENTICATION);
    }

    /** Refuse {@code MAIL} with 530 before the connection is encrypted. The default is to take mail on any. */
    public SmtpOptions requireTls() {
        return with(SmtpPolicy.REQUIRE_TLS);
    }

    /**
     * Put {@code Return-Path} and {@code Received} before every message, as a server that delivers does (RFC 5321 section
     * 4.4). The default is to add nothing to what was sent.
     */
    public SmtpOptions addTraceHeaders() {
        return with(SmtpPolicy.ADD_TRACE_HEADERS);
    }

    /**
     * Speak LMTP (RFC 2033) instead of SMTP: clients say {@code LHLO}, and get one reply for each recipient at the end of
     * a message. The default is to speak SMTP.
     */
    public SmtpOptions lmtp() {
        return with(SmtpPolicy.SPEAK_LMTP);
    }

    /**
     * Return the name of the server in greetings.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public String name() {
        return "localhost";
    }

    /**
     * Return whether a service extension is on offer; binary messages only if they can come in chunks (RFC 3030).
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public boolean offers(String keyword) {
        return extensions.contains(keyword) && (!keyword.equals("BINARYMIME") || extensions.contains("CHUNKING"));
    }

    /**
     * Return options that leave these extensions out.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public SmtpOptions without(Set<String> keywords) {
        Set<String> left = new HashSet<>(extensions);
        left.removeAll(keywords);
        return new SmtpOptions(left, policies, limits);
    }

    /**
     * Return whether the server does what others do not.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public boolean follows(SmtpPolicy policy) {
        return policies.contains(policy);
    }

    /**
     * Return how much there is at most.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public long most(SmtpLimit limit) {
        return limits.getOrDefault(limit, limit.usual());
    }

    /**
     * Return whether there is only so much.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public boolean limits(SmtpLimit limit) {
        return most(limit) < Long.MAX_VALUE;
    }

    private SmtpOptions with(SmtpPolicy policy) {
        Set<SmtpPolicy> more = new HashSet<>(policies);
        more.add(policy);
        return new SmtpOptions(extensions, more, limits);
    }

    private SmtpOptions with(SmtpLimit limit, String what, long most) {
        if (most < 1) {
            throw new IllegalArgumentException(what + " (" + most + ") must be positive");
        }
        Map<SmtpLimit, Long> changed = new HashMap<>(limits);
        changed.put(limit, most);
        return new SmtpOptions(extensions, policies, changed);
    }

    private static Set<String> keywords(SmtpExtension... extensions) {
        return Arrays.stream(extensions).map(SmtpExtension::keyword).collect(Collectors.toUnmodifiableSet());
    }
}
