/** The users of a host: one directory of accounts, whatever protocol they come by. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.account;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
