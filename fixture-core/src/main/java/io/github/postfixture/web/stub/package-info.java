/** Scripted answers, and how the one for a request is found. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.stub;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
