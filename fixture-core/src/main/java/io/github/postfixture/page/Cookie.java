package io.github.postfixture.page;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.AssertProvider;

/**
 * A cookie as a server sets it (RFC 6265 section 4.1).
 *
 * @param name the name
 * @param value the value, with its quotes if it has some
 * @param attributes what follows, such as {@code path}: names in lower case, with values as given or empty
 */
public record Cookie(String name, String value, Map<String, String> attributes)
        implements AssertProvider<CookieAssert> {

    private static final Pattern AGE = Pattern.compile("-?\\d++");
    private static final int LONGEST_AGE = 18;
    private static final long FOREVER = 999_999_999_999_999_999L;

    /** Copy the attributes. */
    public Cookie {
        attributes = Map.copyOf(attributes);
    }

    /** Read the value of a Set-Cookie header, with the leniency of a browser (RFC 6265 section 5.2). */
    static Cookie parse(String header) {
        String[] parts = header.split(";", -1);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            attributes.put(before(parts[i], parts[i]).toLowerCase(Locale.ROOT), after(parts[i], ""));
        }
        return new Cookie(before(parts[0], ""), after(parts[0], parts[0]), attributes);
    }

    /** Return whether it is sent by https only. */
    public boolean isSecure() {
        return attributes.containsKey("secure");
    }

    /** Return whether scripts cannot read it. */
    public boolean isHttpOnly() {
        return attributes.containsKey("httponly");
    }

    /** Return the SameSite attribute, such as {@code Lax}. */
    public Optional<String> sameSite() {
        return attribute("samesite");
    }

    /** Return the path below which it is sent. */
    public Optional<String> path() {
        return attribute("path").filter(path -> path.startsWith("/"));
    }

    /** Return the domain below which it is sent; without one, it is for its own host only. */
    public Optional<String> domain() {
        return attribute("domain").map(domain -> domain.replaceFirst("^\\.", "").toLowerCase(Locale.ROOT));
    }

    /** Return how long it lives; without this and {@link #expires()}, it lives until the browser is closed. */
    public Optional<Duration> maxAge() {
        return attribute("max-age")
                .filter(age -> AGE.matcher(age).matches())
                .map(age -> Duration.ofSeconds(seconds(age)));
    }

    /** Return when it ends, in so far as {@link #maxAge()} does not say. */
    public Optional<Instant> expires() {
        return attribute("expires").flatMap(CookieDate::parse);
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public CookieAssert assertThat() {
        return new CookieAssert(this);
    }

    /** Return the name and the attributes, but not the value, which may be a secret. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("cookie ").append(name);
        attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> line.append("; ").append(each.getKey()).append(after(each)));
        return line.toString();
    }

    private static long seconds(String age) {
        boolean past = age.startsWith("-");
        boolean endless = age.length() > LONGEST_AGE;
        return endless ? (past ? -FOREVER : FOREVER) : Long.parseLong(age);
    }

    private static String after(Map.Entry<String, String> attribute) {
        return attribute.getValue().isEmpty() ? "" : "=" + attribute.getValue();
    }

    private Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).filter(text -> !text.isEmpty());
    }

    private static String before(String pair, String otherwise) {
        int equals = pair.indexOf('=');
        return (equals < 0 ? otherwise : pair.substring(0, equals)).strip();
    }

    private static String after(String pair, String otherwise) {
        int equals = pair.indexOf('=');
        return (equals < 0 ? otherwise : pair.substring(equals + 1)).strip();
    }
}
