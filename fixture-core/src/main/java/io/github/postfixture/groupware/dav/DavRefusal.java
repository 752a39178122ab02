package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlWriter;
import java.util.Optional;

/** A request that is refused, with the condition that it does not meet if the standard has a name for it. */
final class DavRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;
    private final transient Optional<XmlElement> condition;

    private DavRefusal(int status, String reason, Optional<XmlElement> condition) {
        super(reason);
        this.status = status;
        this.reason = reason;
        this.condition = condition;
    }

    /** Refuse with a sentence. */
    static DavRefusal of(int status, String reason) {
        return new DavRefusal(status, reason, Optional.empty());
    }

    /** Refuse with a precondition or postcondition (RFC 4918 section 16). */
    static DavRefusal of(int status, XmlElement condition, String reason) {
        return new DavRefusal(status, reason, Optional.of(condition));
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    Optional<XmlElement> condition() {
        return condition;
    }

    Response response() {
        return condition
                .map(element -> DavResponses.xml(
                        status,
                        XmlWriter.document(
                                DAV.element("error", element, DAV.element("responsedescription", reason)),
                                DavNamespace.PREFIXES)))
                .orElseGet(() -> Response.text(reason + "\n").withStatus(status));
    }
}
