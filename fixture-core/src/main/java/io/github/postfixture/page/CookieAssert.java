package io.github.postfixture.page;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a {@link Cookie}. */
public class CookieAssert extends AbstractExplainedAssert<CookieAssert, Cookie> {

    CookieAssert(Cookie actual) {
        super(actual, CookieAssert.class);
    }

    /** Verify that it is sent by https only. */
    public CookieAssert isSecure() {
        return check(cookie().isSecure(), "Secure");
    }

    /** Verify that scripts cannot read it. */
    public CookieAssert isHttpOnly() {
        return check(cookie().isHttpOnly(), "HttpOnly");
    }

    /** Verify the SameSite attribute, whose case does not matter. */
    public CookieAssert hasSameSite(String expected) {
        Optional<String> found = cookie().sameSite();
        return found.filter(expected::equalsIgnoreCase).isPresent() ? this : check("SameSite", expected, found);
    }

    /** Verify the path below which it is sent. */
    public CookieAssert hasPath(String expected) {
        return check("Path", expected, cookie().path());
    }

    /** Verify the domain below which it is sent, without a dot before it. */
    public CookieAssert hasDomain(String expected) {
        return check("Domain", expected, cookie().domain());
    }

    /** Verify that it is sent to its own host only, for want of a domain. */
    public CookieAssert hasNoDomain() {
        Optional<String> domain = cookie().domain();
        if (domain.isPresent()) {
            throw failing(named() + " without Domain", "it has " + domain.get());
        }
        return this;
    }

    /** Verify how long it lives. */
    public CookieAssert hasMaxAge(Duration expected) {
        return check("Max-Age", seconds(expected), cookie().maxAge().map(CookieAssert::seconds));
    }

    /** Verify that it ends with the browser: it has neither Max-Age nor Expires. */
    public CookieAssert isSessionCookie() {
        boolean lasting = cookie().attributes().containsKey("max-age")
                || cookie().attributes().containsKey("expires");
        return check(!lasting, "a session cookie");
    }

    /** Go on to the value. */
    public AbstractStringAssert<?> value() {
        return Assertions.assertThat(cookie().value()).as("value of %s", actual);
    }

    private Cookie cookie() {
        isNotNull();
        return actual;
    }

    private CookieAssert check(boolean holds, String expectation) {
        if (!holds) {
            throw lacking(named() + " to be " + expectation, "attribute", attributes());
        }
        return this;
    }

    private CookieAssert check(String attribute, String expected, Optional<String> found) {
        if (!found.equals(Optional.of(expected))) {
            throw differing(attribute + " of " + named(), expected, found);
        }
        return this;
    }

    private String named() {
        return "cookie " + actual.name();
    }

    private List<String> attributes() {
        return actual.attributes().entrySet().stream()
                .map(each -> each.getValue().isEmpty() ? each.getKey() : each.getKey() + "=" + each.getValue())
                .sorted()
                .toList();
    }

    private static String seconds(Duration duration) {
        return Quantity.of(duration.toSeconds(), "second");
    }
}
