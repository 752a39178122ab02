/** Every try of a client to hand over a message, and the assertions on it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.attempt;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
