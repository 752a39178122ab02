/** The mail server and the mail it received. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
