package io.github.postfixture.mail.dkim;

import io.github.postfixture.net.domain.DomainName;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** The public keys that DNS would have (RFC 6376 section 3.6.2). Immutable. */
public final class DkimKeys {

    private final Map<String, String> records;

    private DkimKeys(Map<String, String> records) {
        this.records = records;
    }

    /** Return no key, as if DNS had none. */
    public static DkimKeys none() {
        return new DkimKeys(Map.of());
    }

    /**
     * Return the key of a domain and a selector, both in any letter case.
     *
     * @throws IllegalArgumentException if it is no RSA key
     */
    public static DkimKeys of(String domain, String selector, PublicKey key) {
        return none().and(domain, selector, key);
    }

    /**
     * Return these keys and one more.
     *
     * @throws IllegalArgumentException if it is no RSA key
     */
    public DkimKeys and(String domain, String selector, PublicKey key) {
        Map<String, String> all = new TreeMap<>(records);
        all.put(name(domain, selector), record(key));
        return new DkimKeys(all);
    }

    /**
     * Return the signatures of a message that these keys confirm, or why they do not.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public DkimVerdict verify(byte[] message) {
        try {
            return JdkimVerifier.verify(message, this);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "DKIM needs Apache jDKIM; add org.apache.james.jdkim:apache-jdkim-library to the test dependencies",
                    e);
        }
    }

    List<String> records(String domain, String selector) {
        return Optional.ofNullable(records.get(name(domain, selector))).stream().toList();
    }

    /** Return the names under which DNS would have the keys. */
    @Override
    public String toString() {
        return String.join(", ", records.keySet());
    }

    private static String name(String domain, String selector) {
        return DomainName.toUnicode(selector + "._domainkey." + domain);
    }

    private static String record(PublicKey key) {
        if (!key.getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException(
                    "key (" + key.getAlgorithm() + ") must be RSA: Apache jDKIM verifies no other signatures");
        }
        return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
