package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CALDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.CARDDAV;
import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.AccountHome;
import io.github.postfixture.groupware.store.CollectionKind;
import io.github.postfixture.groupware.store.ResourcePath;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The properties of those who have accounts, and of what they may do (RFC 3744, RFC 5397). */
final class PrincipalProperties {

    private PrincipalProperties() {}

    static void addTo(LiveProperties table) {
        table.add(
                DAV.name("current-user-principal"),
                (resource, call) -> DAV.element(
                        "current-user-principal", call.hrefs().href(call.home().principal(), true)));
        table.add(
                DAV.name("principal-collection-set"),
                (resource, call) ->
                        DAV.element("principal-collection-set", call.hrefs().href(AccountHome.PRINCIPALS, true)));
        table.add(DAV.name("owner"), (resource, call) -> owner(resource, call));
        table.add(
                DAV.name("current-user-privilege-set"),
                (resource, call) -> DAV.element(
                        "current-user-privilege-set",
                        privileges(
                                call.store().access(resource.path(), call.home().address()))));
        table.add(DAV.name("principal-URL"), link(DAV.name("principal-URL"), AccountHome::principal));
        table.add(CALDAV.name("calendar-home-set"), link(CALDAV.name("calendar-home-set"), AccountHome::calendars));
        table.add(
                CARDDAV.name("addressbook-home-set"),
                link(CARDDAV.name("addressbook-home-set"), AccountHome::addressBooks));
        table.add(CALDAV.name("schedule-inbox-URL"), link(CALDAV.name("schedule-inbox-URL"), AccountHome::inbox));
        table.add(CALDAV.name("schedule-outbox-URL"), link(CALDAV.name("schedule-outbox-URL"), AccountHome::outbox));
        table.add(CALDAV.name("calendar-user-address-set"), PrincipalProperties::addresses);
        table.add(
                CALDAV.name("calendar-user-type"),
                (resource, call) -> resource.is(CollectionKind.PRINCIPAL)
                        ? CALDAV.element("calendar-user-type", "INDIVIDUAL")
                        : null);
        table.add(
                DavNamespace.CALENDAR_SERVER.name("email-address-set"),
                (resource, call) -> resource.is(CollectionKind.PRINCIPAL)
                        ? DavNamespace.CALENDAR_SERVER.element(
                                "email-address-set",
                                DavNamespace.CALENDAR_SERVER.element(
                                        "email-address", resource.path().name()))
                        : null);
    }

    /** Tell where something of an account is, of its principal alone. */
    private static LiveProperties.Value link(XmlName name, Function<AccountHome, ResourcePath> where) {
        return (resource, call) -> resource.is(CollectionKind.PRINCIPAL)
                ? XmlElement.of(
                        name,
                        call.hrefs()
                                .href(
                                        where.apply(
                                                new AccountHome(resource.path().name())),
                                        true))
                : null;
    }

    private static @Nullable XmlElement addresses(Resource resource, DavCall call) {
        return resource.is(CollectionKind.PRINCIPAL)
                ? CALDAV.element(
                        "calendar-user-address-set",
                        DAV.element("href", "mailto:" + resource.path().name()).with(new XmlName("", "preferred"), "1"),
                        call.hrefs().href(resource))
                : null;
    }

    private static @Nullable XmlElement owner(Resource resource, DavCall call) {
        return call.store()
                .owner(resource.path())
                .map(address -> DAV.element("owner", call.hrefs().href(new AccountHome(address).principal(), true)))
                .orElse(null);
    }

    private static List<XmlElement> privileges(Access access) {
        List<XmlElement> privileges = new ArrayList<>();
        if (access.includes(Access.FREE_BUSY)) {
            privileges.add(DAV.element("privilege", CALDAV.element("read-free-busy")));
        }
        if (access.includes(Access.READ)) {
            add(privileges, "read", "read-current-user-privilege-set");
        }
        if (access.includes(Access.WRITE)) {
            add(privileges, "write", "write-content", "write-properties", "bind", "unbind", "unlock");
        }
        if (access.includes(Access.OWNER)) {
            add(privileges, "all", "read-acl", "write-acl");
        }
        return privileges;
    }

    private static void add(List<XmlElement> privileges, String... names) {
        for (String name : names) {
            privileges.add(DAV.element("privilege", DAV.element(name)));
        }
    }
}
