/** Mail that a test puts into a mailbox: from people, from other servers, and from machines that answer by themselves. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.inbound;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
