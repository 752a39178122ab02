/** Responses to requests, and handlers that make them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.response;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
