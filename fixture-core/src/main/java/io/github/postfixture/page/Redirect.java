package io.github.postfixture.page;

import java.net.URI;

/**
 * One step on the way to a page that the server asked for.
 *
 * @param status the status code, such as 302; that of the page itself if its markup asked for the step
 * @param from the address that was asked for
 * @param to the address that the answer named
 */
public record Redirect(int status, URI from, URI to) {

    /** Return the status and both addresses, without the passwords that may stand in them. */
    @Override
    public String toString() {
        return status + " " + ReferenceParser.shown(from) + " \u2192 " + ReferenceParser.shown(to);
    }
}
