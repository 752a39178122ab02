/** A service by which clients use what a host keeps beside mail: WebDAV (RFC 4918), CalDAV (RFC 4791) and CardDAV (RFC 6352). */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.groupware.dav;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
