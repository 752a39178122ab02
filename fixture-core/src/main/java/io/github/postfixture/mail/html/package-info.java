/** What the HTML of a mail holds that a mail reader cares about; one of the two packages that name jsoup. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.html;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
