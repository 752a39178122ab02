package io.github.postfixture.junit5.spring;

import io.github.postfixture.tls.CertificateAuthority;
import javax.net.SocketFactory;

/**
 * Tells Jakarta Mail whom to trust, which makes it by its name ({@code mail.smtp.ssl.socketFactory.class}): a Spring Boot
 * before 3.4 knows no {@code spring.mail.ssl.bundle}.
 */
public final class TrustedSockets {

    private TrustedSockets() {}

    /** Return a factory of sockets that trust the throwaway authority of this JVM, and nobody else. */
    public static SocketFactory getDefault() {
        return CertificateAuthority.ofThisJvm().sslContext().getSocketFactory();
    }
}
