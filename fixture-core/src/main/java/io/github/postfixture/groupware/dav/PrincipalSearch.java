package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.CALENDAR_SERVER;
import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.AccountHome;
import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import io.github.postfixture.xml.XmlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for those who have accounts, by parts of their names and addresses (RFC 3744 section 9.4). */
final class PrincipalSearch implements DavReport {

    private static final Map<XmlName, String> SEARCHED = Map.of(
            DAV.name("displayname"), "Full name",
            CALDAV.name("calendar-user-address-set"), "Address",
            CALDAV.name("calendar-user-type"), "Type",
            CALENDAR_SERVER.name("email-address-set"), "Mail address");

    /** Return which properties are searched (RFC 3744 section 9.5). */
    static Response properties() {
        List<XmlElement> properties = SEARCHED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> DAV.element(
                        "principal-search-property",
                        DAV.element("prop", XmlElement.of(each.getKey())),
                        DAV.element("description", each.getValue())))
                .toList();
        return DavResponses.xml(
                200,
                XmlWriter.document(DAV.element("principal-search-property-set", properties), DavNamespace.PREFIXES));
    }

    @Override
    public Response answer(DavCall call, Resource resource, XmlElement query) {
        List<XmlElement> searches = query.elements(DAV.name("property-search"));
        boolean isAny = query.attribute("test").filter("anyof"::equals).isPresent();
        PropertySelection selection = new PropertySelection(
                PropertySelection.Kind.NAMED,
                query.element(DAV.name("prop")).map(XmlElement::elements).orElse(List.of()));
        return Multistatus.of(principals(call)
                .filter(principal -> isAny
                        ? searches.stream().anyMatch(search -> matches(call, principal, search))
                        : searches.stream().allMatch(search -> matches(call, principal, search)))
                .map(principal -> selection.response(principal, call))
                .iterator());
    }

    private static Stream<Resource> principals(DavCall call) {
        StoredCollection all = call.store().collection(AccountHome.PRINCIPALS).orElseThrow();
        return all.members().entrySet().stream()
                .map(member -> new Resource(AccountHome.PRINCIPALS.child(member.getKey()), member.getValue()));
    }

    private static boolean matches(DavCall call, Resource principal, XmlElement search) {
        Optional<XmlElement> match = search.element(DAV.name("match"));
        String wanted = match.map(XmlElement::text).orElse("").toLowerCase(Locale.ROOT);
        String type = match.flatMap(element -> element.attribute("match-type")).orElse("contains");
        return search.elements(DAV.name("prop")).stream()
                .flatMap(prop -> prop.elements().stream())
                .flatMap(property -> value(property.name(), principal, call).stream())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> matches(value, wanted, type));
    }

    private static boolean matches(String value, String wanted, String type) {
        return switch (type) {
            case "equals" -> value.equals(wanted) || value.equals("mailto:" + wanted);
            case "starts-with" -> value.startsWith(wanted) || value.startsWith("mailto:" + wanted);
            case "ends-with" -> value.endsWith(wanted);
            default -> value.contains(wanted);
        };
    }

    /** Return a property as text: its own, or that of the first elements in it. */
    private static Optional<String> value(XmlName name, Resource principal, DavCall call) {
        return LiveProperties.value(name, principal, call)
                .or(() -> Optional.ofNullable(principal.item().properties().get(name)))
                .map(value -> value.elements().isEmpty()
                        ? value.text()
                        : value.elements().stream()
                                .map(XmlElement::text)
                                .limit(1)
                                .collect(Collectors.joining()));
    }
}
