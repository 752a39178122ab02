package io.github.postfixture.groupware.dav;

import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;

/** How a report is answered (RFC 3253 section 3.6). */
@FunctionalInterface
interface DavReport {

    /**
     * Answer a report.
     *
     * @param query the content of the request
     * @throws DavRefusal if it is refused
     */
    Response answer(DavCall call, Resource resource, XmlElement query) throws DavRefusal;
}
