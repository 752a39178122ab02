package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CARDDAV;

import io.github.postfixture.groupware.store.StoredCollection;
import io.github.postfixture.ical.Component;
import java.util.Set;

/** What an address book asks of an object (RFC 6352 sections 5.1 and 6.3.2.1). */
final class CardRules implements ObjectRules {

    private static final Set<String> VERSIONS = Set.of("3.0", "4.0");

    @Override
    public String check(StoredCollection parent, NewObject made) throws DavRefusal {
        ObjectRules.requireType(made, "text/", CARDDAV.element("supported-address-data"));
        Component card = ObjectRules.only(made, CalendarObject.CARD, CARDDAV.element("valid-address-data"));
        String version = card.value("VERSION").strip();
        if (!VERSIONS.contains(version)) {
            throw DavRefusal.of(
                    403,
                    CARDDAV.element("supported-address-data"),
                    "The VERSION must be 3.0 or 4.0, and not " + version);
        }
        String uid = card.text("UID");
        if (uid.isBlank()) {
            throw DavRefusal.of(
                    403,
                    CARDDAV.element("valid-address-data"),
                    "An object of an address book has a UID (RFC 6352 section 5.1)");
        }
        return uid;
    }
}
