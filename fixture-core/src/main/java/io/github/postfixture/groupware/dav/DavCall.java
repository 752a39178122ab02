package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.AccountHome;
import io.github.postfixture.groupware.store.GroupwareStore;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.groupware.store.StoreEditor;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.service.RequestBody;
import io.github.postfixture.xml.MalformedXmlException;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlReader;
import java.io.IOException;
import java.util.Optional;

/**
 * A request of somebody who has logged in.
 *
 * @param home where what belongs to them is
 * @param path what it is about
 * @param editor changes the store in their name
 */
record DavCall(
        Request request,
        RequestBody body,
        GroupwareStore store,
        AccountHome home,
        Hrefs hrefs,
        ResourcePath path,
        StoreEditor editor) {

    /** How long an object may be, in bytes. */
    static final int MAX_OBJECT = 16 << 20;

    private static final int MAX_XML = 8 << 20;
    private static final XmlReader READER = new XmlReader(200);

    Optional<String> header(String name) {
        return request.header(name);
    }

    Depth depth(Depth otherwise) throws DavRefusal {
        return Depth.of(header("Depth"), otherwise);
    }

    /** Return the resource that the request is about, if they may read it. */
    Resource resource() throws DavRefusal {
        return resource(Access.READ);
    }

    /** Return the resource that the request is about, if they may do so much with it. */
    Resource resource(Access needed) throws DavRefusal {
        require(path, needed);
        return store.find(path)
                .map(item -> new Resource(path, item))
                .orElseThrow(() -> DavRefusal.of(404, "There is nothing at " + path));
    }

    boolean may(ResourcePath which, Access needed) {
        return store.access(which, home.address()).includes(needed);
    }

    void require(ResourcePath which, Access needed) throws DavRefusal {
        if (!may(which, needed)) {
            XmlElement privilege =
                    DAV.element("privilege", DAV.element(needed.includes(Access.WRITE) ? "write" : "read"));
            XmlElement resource = DAV.element("resource", hrefs.href(which, false), privilege);
            throw DavRefusal.of(
                    403, DAV.element("need-privileges", resource), home.address() + " may not do that at " + which);
        }
    }

    /** Return the content as XML, or nothing if there is none. */
    Optional<XmlElement> xml() throws DavRefusal, IOException {
        byte[] content = body.read(MAX_XML)
                .orElseThrow(() -> DavRefusal.of(413, "The XML is longer than " + MAX_XML + " bytes"));
        if (content.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(READER.read(content));
        } catch (MalformedXmlException e) {
            throw DavRefusal.of(400, "The content is no XML that is read here: " + e.getMessage());
        }
    }

    /** Return the content as XML with that root. */
    XmlElement xml(String root) throws DavRefusal, IOException {
        return xml().filter(element -> element.is(DAV.name(root)))
                .orElseThrow(() -> DavRefusal.of(400, "The content must be an element " + DAV.name(root)));
    }

    /** Return a path of this service that the client names. */
    Optional<ResourcePath> resolve(String reference) throws DavRefusal {
        return hrefs.resolve(reference, header("Host").orElse(""));
    }
}
