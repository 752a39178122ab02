/** What the servers of a test saw, written to files that a person reads. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.junit5.report;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
