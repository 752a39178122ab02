/** What an HTTP engine is asked, and what it asks of who answers; names no engine. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.engine;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
