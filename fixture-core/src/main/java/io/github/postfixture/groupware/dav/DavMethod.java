package io.github.postfixture.groupware.dav;

import io.github.postfixture.web.response.Response;
import java.io.IOException;

/** How a method of HTTP is answered. */
@FunctionalInterface
interface DavMethod {

    /**
     * Answer a request.
     *
     * @throws DavRefusal if it is refused
     * @throws IOException if its content does not come
     */
    Response answer(DavCall call) throws DavRefusal, IOException;
}
