/** What is wrong with a message, whatever it says. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.lint;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
