package io.github.postfixture.tls;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A DNS name or an IP address that a certificate is for.
 *
 * @param text the name in lower case and ASCII, or the address without brackets
 */
record CertificateName(String text) {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f]*:[0-9a-f:.]+");
    private static final Pattern DNS = Pattern.compile("(\\*\\.)?[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*+");
    private static final int LONGEST = 253;
    private static final int TAG_DNS_NAME = 2;
    private static final int TAG_IP_ADDRESS = 7;

    /**
     * Return the name as certificates write it.
     *
     * @throws IllegalArgumentException if it is neither a DNS name nor an IP address
     */
    static CertificateName of(String text) {
        return parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("host name (" + text + ") must be a DNS name or an IP address"));
    }

    /** Return whether the text is a DNS name or an IP address. */
    static boolean isOne(String text) {
        return parse(text).isPresent();
    }

    private static Optional<CertificateName> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
        return Optional.of(new CertificateName(isAscii(bare) ? bare : IDN.toASCII(bare)))
                .filter(name -> name.isAddress()
                        || (name.text.length() <= LONGEST
                                && DNS.matcher(name.text).matches()));
    }

    /** Return the name as an entry of a subjectAltName extension (RFC 5280 section 4.2.1.6). */
    byte[] generalName() {
        return isAddress() ? Der.implicit(TAG_IP_ADDRESS, address()) : Der.implicit(TAG_DNS_NAME, Der.ascii(text));
    }

    private boolean isAddress() {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }

    private byte[] address() {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host name (" + text + ") must be a DNS name or an IP address", e);
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
