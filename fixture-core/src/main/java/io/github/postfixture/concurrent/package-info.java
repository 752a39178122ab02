/** What several threads share. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.concurrent;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
