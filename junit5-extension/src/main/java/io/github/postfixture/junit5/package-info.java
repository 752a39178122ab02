/** Servers for the lifetime of a JUnit 5 test. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.junit5;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
