package io.github.postfixture.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What every page should tell browsers for the safety of its readers. */
record SecurityHeaders(Page page) {

    private static final Set<String> POLICIES = Set.of(
            "no-referrer",
            "no-referrer-when-downgrade",
            "origin",
            "origin-when-cross-origin",
            "same-origin",
            "strict-origin",
            "strict-origin-when-cross-origin");

    /** Return what is missing or says nothing, a line each. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (page.contentSecurityPolicy().isEmpty()) {
            missing.add("Content-Security-Policy is missing");
        }
        if ("https".equalsIgnoreCase(page.uri().getScheme())) {
            check("Strict-Transport-Security", value -> value.matches(".*max-age\\s*=\\s*\"?0*[1-9].*"), "a max-age")
                    .ifPresent(missing::add);
        }
        check("X-Content-Type-Options", "nosniff"::equals, "nosniff").ifPresent(missing::add);
        check("Referrer-Policy", SecurityHeaders::isPolicy, "a policy that does not tell everybody everything")
                .ifPresent(missing::add);
        framing().ifPresent(missing::add);
        return missing;
    }

    private Optional<String> framing() {
        if (page.contentSecurityPolicy().containsKey("frame-ancestors")) {
            return Optional.empty();
        }
        return check("X-Frame-Options", Set.of("deny", "sameorigin")::contains, "DENY or SAMEORIGIN")
                .map(fault -> "frame-ancestors in Content-Security-Policy is missing, and " + fault);
    }

    private Optional<String> check(String name, Predicate<String> good, String expected) {
        Optional<String> value = page.header(name);
        if (value.isEmpty()) {
            return Optional.of(name + " is missing");
        }
        return value.map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(good.negate())
                .map(text -> name + " is \"" + value.get() + "\" and must be " + expected);
    }

    private static boolean isPolicy(String value) {
        String[] policies = value.split(",", -1);
        return POLICIES.contains(policies[policies.length - 1].strip());
    }
}
