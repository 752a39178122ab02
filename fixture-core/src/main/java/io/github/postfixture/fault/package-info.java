/** Scripted misbehaviour, as it is the same on every protocol: faults of the connection, where one strikes, and how often. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.fault;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
