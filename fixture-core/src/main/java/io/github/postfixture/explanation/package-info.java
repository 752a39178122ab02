/** How assertions say what they found, and what there was instead. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.explanation;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
