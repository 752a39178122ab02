/** Tests of Quarkus applications: addresses of the servers reach the properties of the application. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.junit5.quarkus;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
