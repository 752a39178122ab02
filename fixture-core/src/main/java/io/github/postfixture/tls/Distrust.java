package io.github.postfixture.tls;

import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Clients that do not accept the certificate of a fixture, by what is told of their handshakes. */
@API(status = API.Status.INTERNAL)
public final class Distrust {

    private static final Pattern SAID =
            Pattern.compile("TLS handshake failed: .*(certificate_unknown|unknown_ca|bad_certificate).*");

    /** The client was gone, or said why in plain text where a secret was expected, as OpenSSL does. */
    private static final Pattern UNSAID = Pattern.compile(
            "TLS handshake failed: .*(terminated the handshake|reset|Broken pipe|closed|cipher fragment \\(2\\)).*");

    /** A fault by which a certificate is wrong on purpose; nobody is to trust that one. */
    private static final Pattern ON_PURPOSE = Pattern.compile("strikes at TLS handshake");

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
            return "\nA" + remedy();
        }
        return said + count(reports, UNSAID) > wanted ? "\nPerhaps a" + remedy() : "";
    }

    private static long count(List<String> reports, Pattern kind) {
        return reports.stream().filter(report -> kind.matcher(report).find()).count();
    }

    private static String remedy() {
        return " client did not accept the certificate: let it trust CertificateAuthority.ofThisJvm(), by its sslContext()"
                + " or its pem(), and use the host that the endpoint has";
    }
}
