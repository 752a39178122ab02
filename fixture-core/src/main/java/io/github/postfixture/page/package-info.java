/**
 * Browsing as a reader does, in this process: a {@link io.github.postfixture.page.Page} has links and forms, each of which
 * opens the next page, a {@link io.github.postfixture.page.BrowsingSession} carries cookies between them, and each can be
 * asserted on. One room, since each of these leads to the others; it knows no server.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.page;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
