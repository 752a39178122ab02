package io.github.postfixture.mail.smtp;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How strict a server is, and what it offers.
 *
 * @param name the name in greetings
 * @param extensions the keywords of the service extensions on offer
 * @param policies what it does that others do not
 * @param limits what it has only so much of, where that is not the usual
 */
public record SmtpRules(String name, Set<String> extensions, Set<SmtpPolicy> policies, Map<SmtpLimit, Long> limits) {

    /** Copy the parts. */
    public SmtpRules {
        extensions = Set.copyOf(extensions);
        policies = Set.copyOf(policies);
        limits = Map.copyOf(limits);
    }

    /** Return the rules of a server that offers these extensions, and is like others for the rest. */
    public static SmtpRules offering(Set<String> extensions) {
        return new SmtpRules("localhost", extensions, Set.of(), Map.of());
    }

    /** Return rules that leave these extensions out. */
    public SmtpRules without(Set<String> keywords) {
        Set<String> left = new HashSet<>(extensions);
        left.removeAll(keywords);
        return new SmtpRules(name, left, policies, limits);
    }

    /** Return rules with this policy. */
    public SmtpRules with(SmtpPolicy policy) {
        Set<SmtpPolicy> more = new HashSet<>(policies);
        more.add(policy);
        return new SmtpRules(name, extensions, more, limits);
    }

    /**
     * Return rules with this limit.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public SmtpRules with(SmtpLimit limit, String what, long most) {
        if (most < 1) {
            throw new IllegalArgumentException(what + " (" + most + ") must be positive");
        }
        Map<SmtpLimit, Long> changed = new EnumMap<>(SmtpLimit.class);
        changed.putAll(limits);
        changed.put(limit, most);
        return new SmtpRules(name, extensions, policies, changed);
    }

    /** Return whether a service extension is on offer; binary messages only if they can come in chunks (RFC 3030). */
    boolean offers(String keyword) {
        return extensions.contains(keyword) && (!keyword.equals("BINARYMIME") || extensions.contains("CHUNKING"));
    }

    boolean follows(SmtpPolicy policy) {
        return policies.contains(policy);
    }

    long most(SmtpLimit limit) {
        return limits.getOrDefault(limit, limit.usual());
    }

    boolean limits(SmtpLimit limit) {
        return most(limit) < Long.MAX_VALUE;
    }
}
