/**
 * The web server: its endpoints, the dispatcher that decides who answers a request, and the record of its exchanges, which
 * waits and assertions ask.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
