package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import java.io.IOException;

/** REPORT (RFC 3253 section 3.6). */
final class ReportMethod implements DavMethod {

    @Override
    public Response answer(DavCall call) throws DavRefusal, IOException {
        XmlElement query = call.xml().orElseThrow(() -> DavRefusal.of(400, "A report needs a content that names it"));
        Resource resource = call.resource(Reports.needed(query.name()));
        return Reports.find(query.name(), resource)
                .orElseThrow(() -> DavRefusal.of(
                        403,
                        DAV.element("supported-report"),
                        "There is no report " + query.name() + " at " + call.path()))
                .answer(call, resource, query);
    }
}
