/** The web server, and the record of its exchanges. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
