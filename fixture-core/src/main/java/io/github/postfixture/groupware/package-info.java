/**
 * Calendars, task lists and address books of the accounts of a host, which clients synchronise by CalDAV and CardDAV.
 * {@link io.github.postfixture.groupware.Groupware} is a part of a {@link io.github.postfixture.Postfixture}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.groupware;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
