package io.github.postfixture.groupware.dav;

/** How many results a client wants at most (RFC 5323 section 5.17). */
final class Limits {

    private Limits() {}

    static int positive(String text) throws DavRefusal {
        try {
            int limit = Integer.parseInt(text);
            if (limit > 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw DavRefusal.of(400, "nresults must be a number");
        }
        throw DavRefusal.of(400, "nresults must be positive");
    }
}
