/** XML as elements: one reader, which trusts nothing that it reads, and one writer. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.xml;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
