package io.github.postfixture.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header section of a message, unfolded and decoded. */
final class MailHeaders {

    private final MimeMessage message;

    MailHeaders(MimeMessage message) {
        this.message = message;
    }

    /** Return the values of all fields of that name, in order. */
    List<String> values(String name) {
        return rawValues(name).stream().map(MailHeaders::decode).toList();
    }

    List<String> names() {
        try {
            return Collections.list(message.getAllHeaders()).stream()
                    .map(Header::getName)
                    .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    /** Return the values of all fields of that name as they were sent, folded and encoded. */
    List<String> rawValues(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null ? List.of() : List.of(values);
        } catch (MessagingException e) {
            return List.of();
        }
    }

    /** Return the addresses in all fields of that name, those of groups too; what is no address is kept as it is. */
    List<MailAddress> addresses(String name) {
        return parsed(name).stream().flatMap(MailHeaders::members).toList();
    }

    /** Return the groups in all fields of that name (RFC 5322 section 3.4), by their names. */
    Map<String, List<MailAddress>> groups(String name) {
        Map<String, List<MailAddress>> groups = new LinkedHashMap<>();
        parsed(name).stream()
                .filter(InternetAddress::isGroup)
                .forEach(group -> groups.put(
                        text(group.getAddress()).split(":", 2)[0].strip(),
                        members(group).toList()));
        return groups;
    }

    private List<InternetAddress> parsed(String name) {
        String joined = String.join(",", rawValues(name));
        try {
            return List.of(InternetAddress.parseHeader(MimeUtility.unfold(joined), false));
        } catch (MessagingException e) {
            return values(name).stream().map(MailHeaders::unparsed).toList();
        }
    }

    private static Stream<MailAddress> members(InternetAddress address) {
        try {
            return address.isGroup()
                    ? Arrays.stream(address.getGroup(false)).map(MailHeaders::address)
                    : Stream.of(address(address));
        } catch (MessagingException e) {
            return Stream.of(address(address));
        }
    }

    private static InternetAddress unparsed(String text) {
        InternetAddress address = new InternetAddress();
        address.setAddress(text);
        return address;
    }

    private static MailAddress address(InternetAddress address) {
        return new MailAddress(text(address.getPersonal()), text(address.getAddress()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String decode(String raw) {
        String unfolded = MimeUtility.unfold(raw);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }
}
