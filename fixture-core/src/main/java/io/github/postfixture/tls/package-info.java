/** The throwaway certificate authority. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.tls;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
