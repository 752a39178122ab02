package io.github.postfixture.examples.helpdesk;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A mail that has come, and what the helpdesk wants to know of it. */
final class Letter {

    private final MimeMessage message;

    Letter(MimeMessage message) {
        this.message = message;
    }

    MimeMessage message() {
        return message;
    }

    String sender() throws MessagingException {
        return ((InternetAddress) message.getFrom()[0]).getAddress();
    }

    String subject() throws MessagingException {
        return Optional.ofNullable(message.getSubject()).orElse("(no subject)");
    }

    /** Return whether it refers to a mail of that id. */
    boolean refersTo(String id) throws MessagingException {
        return header("References").contains(id) || header("In-Reply-To").contains(id);
    }

    /** Return whether a program wrote it, so that no program may answer (RFC 3834). */
    boolean isAutomatic() throws MessagingException {
        String submitted = header("Auto-Submitted");
        return !(submitted.isEmpty() || submitted.equalsIgnoreCase("no"))
                || header("Precedence").matches("(?i)bulk|junk|list")
                || header("Return-Path").equals("<>")
                || !header("X-Autoreply").isEmpty();
    }

    boolean isBounce() throws MessagingException {
        return message.isMimeType("multipart/report")
                && message.getContentType().contains("delivery-status");
    }

    /** Return who could not be reached (RFC 3464); what is only late does not count. */
    Set<String> failedRecipients() throws MessagingException, IOException {
        Set<String> failed = new LinkedHashSet<>();
        Multipart report = (Multipart) message.getContent();
        for (int i = 0; i < report.getCount(); i++) {
            BodyPart part = report.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                failed.addAll(failedRecipients(part.getInputStream()));
            }
        }
        return failed;
    }

    private static Set<String> failedRecipients(InputStream status) throws MessagingException {
        Set<String> failed = new LinkedHashSet<>();
        InternetHeaders group = new InternetHeaders(status);
        while (group.getAllHeaderLines().hasMoreElements()) {
            String recipient = group.getHeader("Final-Recipient", null);
            if (recipient != null && "failed".equalsIgnoreCase(group.getHeader("Action", null))) {
                failed.add(recipient.substring(recipient.indexOf(';') + 1).strip());
            }
            group = new InternetHeaders(status);
        }
        return failed;
    }

    private String header(String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name, " ")).orElse("").strip();
    }
}
