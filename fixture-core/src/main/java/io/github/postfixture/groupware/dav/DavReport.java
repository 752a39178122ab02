package io.github.postfixture.groupware.dav;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;

/** How a report is answered (RFC 3253 section 3.6). */
interface DavReport {

    /**
     * Answer a report.
     *
     * @param query the content of the request
     * @throws DavRefusal if it is refused
     */
    Response answer(DavCall call, Resource resource, XmlElement query) throws DavRefusal;

    /** Return what somebody must be allowed to do who asks for it. */
    default Access needed() {
        return Access.READ;
    }
}
