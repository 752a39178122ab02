/** HTTP on one warm Jetty. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.jetty;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
