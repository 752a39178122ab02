/** Waits: until when, what for, and what failures say; and Awaitility, woken by the events of a timeline. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.await;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
