/** The protocols of a mail server, and what SMTP offers of itself. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.protocol;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
