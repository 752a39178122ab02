/** Requests that arrived, and criteria for them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.request;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
