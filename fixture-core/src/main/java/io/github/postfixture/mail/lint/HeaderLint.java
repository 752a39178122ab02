package io.github.postfixture.mail.lint;

import io.github.postfixture.mime.Address;
import io.github.postfixture.mime.Header;
import io.github.postfixture.mime.MailDate;
import io.github.postfixture.mime.MessageIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at what the header of a message says, and does not say. */
final class HeaderLint {

    private static final List<String> ONCE = List.of(
            "date",
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "message-id",
            "in-reply-to",
            "references",
            "subject",
            "mime-version",
            "content-type",
            "content-transfer-encoding");
    private static final List<String> ADDRESSES = List.of("From", "Sender", "Reply-To", "To", "Cc", "Bcc");
    private static final List<String> IDS = List.of("Message-ID", "In-Reply-To", "References");

    private final Header header;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private HeaderLint(Header header) {
        this.header = header;
        header.fields().forEach(field -> counts.merge(field.name().toLowerCase(Locale.ROOT), 1, Integer::sum));
    }

    static List<Finding> of(Header header) {
        return new HeaderLint(header).look();
    }

    private List<Finding> look() {
        require("From", MailDefect.MISSING_FROM);
        require("Date", MailDefect.MISSING_DATE);
        require("Message-ID", MailDefect.MISSING_MESSAGE_ID);
        if (counts.keySet().stream().anyMatch(name -> name.startsWith("content-"))) {
            require("MIME-Version", MailDefect.MISSING_MIME_VERSION);
        }
        ONCE.stream()
                .filter(name -> counts.getOrDefault(name, 0) > 1)
                .forEach(name -> find(MailDefect.DUPLICATE_HEADER, name + " stands " + counts.get(name) + " times"));
        header.value("Date").ifPresent(this::lookAtDate);
        ADDRESSES.forEach(this::lookAtAddresses);
        IDS.forEach(this::lookAtIds);
        return findings;
    }

    private void require(String name, MailDefect defect) {
        if (!counts.containsKey(name.toLowerCase(Locale.ROOT))) {
            find(defect, "there is no " + name);
        }
    }

    private void lookAtDate(String date) {
        List<String> remarks = new ArrayList<>();
        Optional<MailDate> parsed = MailDate.parse(date, remarks::add);
        if (parsed.isEmpty()) {
            find(MailDefect.UNREADABLE_DATE, header.text("Date").orElse(date));
        } else {
            remarks.forEach(remark -> find(MailDefect.MALFORMED_DATE, date + " " + remark));
        }
    }

    private void lookAtAddresses(String name) {
        List<Address> addresses = header.addresses(name);
        addresses.forEach(address -> address.defect()
                .ifPresent(defect -> find(MailDefect.MALFORMED_ADDRESS, name.toLowerCase(Locale.ROOT) + " " + defect)));
        if (name.equals("From") && header.value(name).isPresent() && addresses.isEmpty()) {
            find(MailDefect.MALFORMED_ADDRESS, "from has no address");
        }
    }

    private void lookAtIds(String name) {
        header.values(name).stream()
                .filter(value -> !MessageIds.areAllOf(value))
                .forEach(value -> find(
                        MailDefect.MALFORMED_MESSAGE_ID,
                        name.toLowerCase(Locale.ROOT) + " is not made of message ids: " + value));
    }

    private void find(MailDefect defect, String detail) {
        findings.add(new Finding(defect, detail));
    }
}
