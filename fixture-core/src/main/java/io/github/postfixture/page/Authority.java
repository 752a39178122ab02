package io.github.postfixture.page;

import io.github.postfixture.net.domain.DomainName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads who is asked, user, host and port, as browsers do (URL standard). */
final class Authority {

    private static final Map<String, String> DEFAULT_PORTS =
            Map.of("http", "80", "https", "443", "ws", "80", "wss", "443", "ftp", "21");

    private Authority() {}

    /** Return it as it may stand in a URI; nothing if no browser can read it. */
    static Optional<String> normalised(String scheme, String authority) {
        int at = authority.lastIndexOf('@') + 1;
        String user = authority.substring(0, Math.max(0, at - 1)).replace("@", "%40");
        int colon = portColon(authority, at);
        String port = port(scheme, authority.substring(colon));
        return host(authority.substring(at, colon))
                .map(host -> (at == 0 ? "" : PercentEncoding.ofPart(user) + "@") + host + port);
    }

    /** Return where the colon before the port stands, or would stand. */
    private static int portColon(String authority, int host) {
        int colon = authority.indexOf(':', Math.max(host, authority.lastIndexOf(']')));
        return colon < 0 ? authority.length() : colon;
    }

    /** Return the port with its colon, unless the scheme means it anyway. */
    private static String port(String scheme, String text) {
        String digits = text.replaceFirst("^:0*+(?=\\d)", "").replaceFirst("^:", "");
        return digits.isEmpty() || digits.equals(DEFAULT_PORTS.get(scheme)) ? "" : ":" + digits;
    }

    private static Optional<String> host(String host) {
        return host.startsWith("[") ? Optional.of(host.toLowerCase(Locale.ROOT)) : DomainName.toAscii(host);
    }
}
