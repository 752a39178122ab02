/** What several threads share: values that are made once, parts that all fixtures use, and the threads that work for them. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.concurrent;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
