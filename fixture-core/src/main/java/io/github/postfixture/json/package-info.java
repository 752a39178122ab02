/** JSON, read and compared. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.json;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
