/** What a store of mailboxes is, to the protocols that open it. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.store;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
