/** Sites: trees of documents, and what stands in front of them. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.site;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
