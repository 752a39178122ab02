/**
 * HTTP on one warm Jetty: what {@link io.github.postfixture.web.engine} asks for, translated to Jetty's handlers, connectors
 * and callbacks; the only room that names them.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.jetty;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
