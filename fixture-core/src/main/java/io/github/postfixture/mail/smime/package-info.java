/** Signatures of the S/MIME kind (RFC 8551), verified with a certificate of the test; the only package that names BouncyCastle. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.smime;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
