package io.github.postfixture.groupware.dav;

import io.github.postfixture.web.response.Response;
import java.nio.charset.StandardCharsets;

/** Responses of XML. */
final class DavResponses {

    static final String XML = "application/xml; charset=utf-8";

    private DavResponses() {}

    static Response xml(int status, String document) {
        return Response.bytes(XML, document.getBytes(StandardCharsets.UTF_8)).withStatus(status);
    }
}
