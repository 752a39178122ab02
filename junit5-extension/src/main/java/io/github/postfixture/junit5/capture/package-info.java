/** What goes wrong in the JVM of a test, beside its servers: exceptions that end threads, and warnings in logs. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.junit5.capture;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
