/** What does not fit on the class path, asked for once something has failed. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.classpath;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
