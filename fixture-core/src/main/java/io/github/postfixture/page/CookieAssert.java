package io.github.postfixture.page;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import java.time.Duration;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a {@link Cookie}. */
public class CookieAssert extends AbstractExplainedAssert<CookieAssert, Cookie> {

    CookieAssert(Cookie actual) {
        super(actual, CookieAssert.class);
    }

    /** Verify that it is sent by https only. */
    public CookieAssert isSecure() {
        return check(cookie().isSecure(), "to be Secure");
    }

    /** Verify that scripts cannot read it. */
    public CookieAssert isHttpOnly() {
        return check(cookie().isHttpOnly(), "to be HttpOnly");
    }

    /** Verify the SameSite attribute, whose case does not matter. */
    public CookieAssert hasSameSite(String expected) {
        String found = cookie().sameSite().orElse("none");
        return found.equalsIgnoreCase(expected) ? this : check("SameSite", expected, found);
    }

    /** Verify the path below which it is sent. */
    public CookieAssert hasPath(String expected) {
        return check("Path", expected, cookie().path().orElse("none"));
    }

    /** Verify the domain below which it is sent, without a dot before it. */
    public CookieAssert hasDomain(String expected) {
        return check("Domain", expected, cookie().domain().orElse("none"));
    }

    /** Verify that it is sent to its own host only, for want of a domain. */
    public CookieAssert hasNoDomain() {
        return check("Domain", "none", cookie().domain().orElse("none"));
    }

    /** Verify how long it lives. */
    public CookieAssert hasMaxAge(Duration expected) {
        return check(
                "Max-Age",
                seconds(expected),
                cookie().maxAge().map(CookieAssert::seconds).orElse("none"));
    }

    /** Verify that it ends with the browser: it has neither Max-Age nor Expires. */
    public CookieAssert isSessionCookie() {
        boolean lasting = cookie().attributes().containsKey("max-age")
                || cookie().attributes().containsKey("expires");
        return check(!lasting, "to end with the browser, without Max-Age or Expires");
    }

    /** Go on with the value. */
    public AbstractStringAssert<?> value() {
        return Assertions.assertThat(cookie().value()).as("value of %s", actual);
    }

    private Cookie cookie() {
        isNotNull();
        return actual;
    }

    private CookieAssert check(boolean holds, String expectation) {
        if (!holds) {
            throw failure("%nExpecting:%n  %s%n%s", actual, expectation);
        }
        return this;
    }

    private CookieAssert check(String attribute, String expected, String found) {
        if (!expected.equals(found)) {
            throw differing("to have " + attribute, expected, "but had", found);
        }
        return this;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " seconds";
    }
}
