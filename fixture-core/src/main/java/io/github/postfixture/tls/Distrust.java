package io.github.postfixture.tls;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Clients that do not accept the certificate of a fixture, by what is told of their handshakes.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class Distrust {

    private static final Pattern SAID =
            Pattern.compile("TLS handshake failed: .*(certificate_unknown|unknown_ca|bad_certificate).*");

    /** The client was gone, or said why in plain text where a secret was expected, as OpenSSL does. */
    private static final Pattern UNSAID = Pattern.compile(
            "TLS handshake failed: .*(terminated the handshake|reset|Broken pipe|closed|cipher fragment \\(2\\)).*");

    /** A fault by which a certificate is wrong on purpose; nobody is to trust that one. */
    private static final Pattern ON_PURPOSE = Pattern.compile("strikes at TLS handshake");

    private static final String ADVICE =
            " client did not accept the certificate: make it trust CertificateAuthority.ofThisJvm(), by its sslContext()"
                    + " or its pem(), and connect to the host name of the endpoint";

    private Distrust() {}

    /**
     * Return what to do about it, in one line with a line feed in front; nothing if no client seems to be of that kind.
     *
     * @param reports what handshakes failed with, among other things
     */
    public static String advice(List<String> reports) {
        long wanted = count(reports, ON_PURPOSE);
        long said = count(reports, SAID);
        if (said > wanted) {
            return "\nA" + ADVICE;
        }
        return said + count(reports, UNSAID) > wanted ? "\nPerhaps a" + ADVICE : "";
    }

    /**
     * Return what clients did, as the beginning of a sentence; nothing if no client seems to be of that kind.
     *
     * @param reports what handshakes failed with, among other things
     */
    public static Optional<String> refusal(List<String> reports) {
        long wanted = count(reports, ON_PURPOSE);
        long said = count(reports, SAID);
        long all = said + count(reports, UNSAID) - wanted;
        if (said > wanted) {
            return Optional.of("a client refused the certificate of this server" + times(all));
        }
        return all > 0
                ? Optional.of("a client broke off the TLS handshake" + times(all)
                        + ", perhaps because it did not trust the certificate")
                : Optional.empty();
    }

    private static String times(long times) {
        return times == 1 ? "" : " " + times + " times";
    }

    /** Return what to do about it, in one sentence. */
    public static String remedy() {
        return "Make the client trust CertificateAuthority.ofThisJvm(), by its sslContext() or its pem(), and"
                + " connect to the host name of the endpoint.";
    }

    private static long count(List<String> reports, Pattern kind) {
        return reports.stream().filter(report -> kind.matcher(report).find()).count();
    }
}
