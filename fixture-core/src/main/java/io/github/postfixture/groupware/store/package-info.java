/**
 * What is kept for the users of a host beside mail: collections of calendars, contacts, tasks and files, with their history and
 * locks. It knows no protocol.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.groupware.store;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
