/** Recordings of exchanges in HTTP Archive files (HAR 1.2), written and read. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.recording;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
