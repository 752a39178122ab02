/**
 * Calendars and address books as text (RFC 5545, RFC 6350): events, tasks and contacts, read from the bytes that somebody put
 * there, which are kept. Damaged objects are read as far as they go, and say what is damaged.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.ical;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
