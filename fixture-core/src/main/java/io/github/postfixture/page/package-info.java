/** Pages, markup, links and forms, as a reader meets them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.page;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
