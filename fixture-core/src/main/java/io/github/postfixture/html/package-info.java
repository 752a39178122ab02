/**
 * HTML as pages of ours are written: text in it is escaped, so that nothing that came from outside becomes markup. Knows
 * no server.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.html;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
