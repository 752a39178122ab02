package io.github.postfixture.web.site;

import java.util.Optional;

/** Answers questions, or leaves them to somebody else. Safe for several threads. */
@FunctionalInterface
interface Responder {

    /** Answer, or return nothing if there is nothing at the path. May block. */
    Optional<Served> respond(Ask ask);
}
