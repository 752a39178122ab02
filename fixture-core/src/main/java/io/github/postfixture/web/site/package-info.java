/** Sites: trees of static documents, and the filters in front of them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.site;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
