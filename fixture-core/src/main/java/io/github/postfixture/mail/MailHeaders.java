package io.github.postfixture.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The header section of a message, unfolded and decoded. */
final class MailHeaders {

    private final MimeMessage message;

    MailHeaders(MimeMessage message) {
        this.message = message;
    }

    /** Return the values of all fields of that name, in order. */
    List<String> values(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null
                    ? List.of()
                    : Arrays.stream(values).map(MailHeaders::decode).toList();
        } catch (MessagingException e) {
            return List.of();
        }
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

    /** Return the addresses in all fields of that name; what is no address is kept as it stands. */
    List<MailAddress> addresses(String name) {
        try {
            String joined = message.getHeader(name, ",");
            return joined == null ? List.of() : parse(joined);
        } catch (MessagingException e) {
            return values(name).stream().map(raw -> new MailAddress("", raw)).toList();
        }
    }

    private static List<MailAddress> parse(String joined) throws MessagingException {
        return Arrays.stream(InternetAddress.parseHeader(MimeUtility.unfold(joined), false))
                .map(MailHeaders::address)
                .toList();
    }

    private static MailAddress address(InternetAddress address) {
        String name = address.getPersonal();
        return new MailAddress(name == null ? "" : name, address.getAddress());
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
