/** How often scripted misbehaviour strikes, the same for every protocol. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.fault;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
