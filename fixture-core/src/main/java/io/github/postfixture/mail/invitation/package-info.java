/** Invitations in mail (RFC 6047), and what mail readers refuse about them; the only package that names biweekly. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.invitation;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
