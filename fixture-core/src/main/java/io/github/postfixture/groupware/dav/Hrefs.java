package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.xml.XmlElement;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The paths of a store as URIs have them.
 *
 * @param prefix the path of the root, without a slash at its end
 */
record Hrefs(String prefix) {

    private static final String ALLOWED = "-._~@";
    private static final String HEX = "0123456789ABCDEF";
    private static final int MOST_NAMES = 100;

    /** Return what is at a path as a link. */
    XmlElement href(ResourcePath path, boolean isCollection) {
        return DAV.element("href", of(path, isCollection));
    }

    XmlElement href(Resource resource) {
        return href(resource.path(), resource.item() instanceof StoredCollection);
    }

    /** Return the path of a URI; that of a collection ends with a slash. */
    String of(ResourcePath path, boolean isCollection) {
        StringBuilder href = new StringBuilder(prefix);
        for (String name : path.names()) {
            href.append('/');
            encode(name, href);
        }
        return isCollection ? href.append('/').toString() : href.toString();
    }

    private static void encode(String name, StringBuilder href) {
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && (Character.isLetterOrDigit(octet) || ALLOWED.indexOf(octet) >= 0)) {
                href.append((char) octet);
            } else {
                href.append('%').append(HEX.charAt(octet >> 4 & 0xf)).append(HEX.charAt(octet & 0xf));
            }
        }
    }

    /**
     * Read the path of a URI.
     *
     * @throws DavRefusal if it is none of this service
     */
    ResourcePath parse(String rawPath) throws DavRefusal {
        if (!rawPath.startsWith(prefix)
                || (rawPath.length() > prefix.length() && rawPath.charAt(prefix.length()) != '/')) {
            throw DavRefusal.of(404, rawPath + " is not below " + prefix + "/");
        }
        List<String> names = new ArrayList<>();
        for (String segment : rawPath.substring(prefix.length()).split("/", -1)) {
            if (!segment.isEmpty()) {
                names.add(name(segment));
            }
        }
        if (names.size() > MOST_NAMES) {
            throw DavRefusal.of(403, "The path has more than " + MOST_NAMES + " segments");
        }
        return new ResourcePath(names);
    }

    private static String name(String segment) throws DavRefusal {
        String name = decode(segment);
        if (name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0) {
            throw DavRefusal.of(400, "The path has a segment that names nothing: " + segment);
        }
        return name;
    }

    private static String decode(String segment) throws DavRefusal {
        ByteBuffer octets = ByteBuffer.allocate(segment.length() * 3);
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c != '%') {
                octets.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            } else {
                octets.put(octet(segment, i + 1));
                i += 2;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
        } catch (CharacterCodingException e) {
            throw DavRefusal.of(400, "The path is not UTF-8: " + segment);
        }
    }

    private static byte octet(String segment, int index) throws DavRefusal {
        int high = index + 1 < segment.length() ? HEX.indexOf(Character.toUpperCase(segment.charAt(index))) : -1;
        int low = index + 1 < segment.length() ? HEX.indexOf(Character.toUpperCase(segment.charAt(index + 1))) : -1;
        if (high < 0 || low < 0) {
            throw DavRefusal.of(400, "The path has a malformed escape: " + segment);
        }
        return (byte) (high << 4 | low);
    }

    /**
     * Read an absolute URI, or a path, that a client sends in a header field or a body.
     *
     * @param authority the host and port that the client has asked
     * @return the path, or nothing if it is at another host
     */
    Optional<ResourcePath> resolve(String reference, String authority) throws DavRefusal {
        try {
            URI uri = URI.create(reference.strip());
            if (uri.getRawPath() == null) {
                throw DavRefusal.of(400, "There is no path in " + reference);
            }
            boolean isElsewhere =
                    uri.getRawAuthority() != null && !uri.getRawAuthority().equalsIgnoreCase(authority);
            return isElsewhere ? Optional.empty() : Optional.of(parse(uri.getRawPath()));
        } catch (IllegalArgumentException e) {
            throw DavRefusal.of(400, "This is no URI: " + reference);
        }
    }
}
