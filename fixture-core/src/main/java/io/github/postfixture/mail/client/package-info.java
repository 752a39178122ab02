/** The mail program at the other end: it sends, fetches, keeps a local copy, and works offline. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.client;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
