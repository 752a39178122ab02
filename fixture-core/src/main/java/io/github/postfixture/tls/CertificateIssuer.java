package io.github.postfixture.tls;

import java.security.GeneralSecurityException;
import java.util.Collection;

/** Makes the certificates of servers. */
@FunctionalInterface
interface CertificateIssuer {

    /** Make a certificate for a server with these names, and have the authority sign it, or somebody else. */
    Identity issue(Identity authority, KeyType type, Collection<CertificateName> names) throws GeneralSecurityException;
}
