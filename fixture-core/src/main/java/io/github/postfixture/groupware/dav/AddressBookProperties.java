package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.CARDDAV;

import io.github.postfixture.groupware.store.CollectionKind;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.util.function.Supplier;

/** The properties of address books (RFC 6352 section 6.2). */
final class AddressBookProperties {

    private AddressBookProperties() {}

    static void addTo(LiveProperties table) {
        add(
                table,
                "supported-address-data",
                () -> CARDDAV.element("supported-address-data", dataType("3.0"), dataType("4.0")));
        add(
                table,
                "supported-collation-set",
                () -> CARDDAV.element(
                        "supported-collation-set",
                        CARDDAV.element("supported-collation", "i;ascii-casemap"),
                        CARDDAV.element("supported-collation", "i;octet"),
                        CARDDAV.element("supported-collation", "i;unicode-casemap")));
        add(table, "max-resource-size", () -> CARDDAV.element("max-resource-size", String.valueOf(DavCall.MAX_OBJECT)));
    }

    private static void add(LiveProperties table, String name, Supplier<XmlElement> value) {
        table.add(
                CARDDAV.name(name), (resource, call) -> resource.is(CollectionKind.ADDRESS_BOOK) ? value.get() : null);
    }

    private static XmlElement dataType(String version) {
        return CARDDAV.element("address-data-type")
                .with(new XmlName("", "content-type"), "text/vcard")
                .with(new XmlName("", "version"), version);
    }
}
