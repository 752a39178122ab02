/** The content of responses: held in memory, read while it is sent, or fed by a handler. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.content;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
