package io.github.postfixture.mail;

import io.github.postfixture.mail.inbound.AutoResponder;
import io.github.postfixture.mail.inbound.MailSource;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.message.SameBytes;
import io.github.postfixture.mime.Address;
import io.github.postfixture.mime.AddressSpec;
import io.github.postfixture.mime.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds mail that answers automatic mail, and mail that goes the same way again and again. */
final class MailLoops {

    private static final int MOST_REPETITIONS = 10;
    private static final Pattern PREFIX = Pattern.compile("[\\p{L} ]{1,20}:\\s*+");

    private final List<ReceivedMail> sent;
    private final List<MailSource> automatic;

    private MailLoops(List<ReceivedMail> sent, List<MailSource> automatic) {
        this.sent = sent;
        this.automatic = automatic;
    }

    /** Return what is found at a server, one line each. */
    static List<String> at(MailServer server) {
        Stream<MailSource> delivered = server.mailboxes().stream()
                .flatMap(mailbox -> mailbox.deliveredMails().stream())
                .filter(mail -> mail.isByRobot() || AutoResponder.isAutomatic(mail))
                .map(mail -> mail);
        List<ReceivedMail> sent = server.receivedMails();
        Stream<MailSource> received =
                sent.stream().filter(AutoResponder::isAutomatic).map(mail -> mail);
        return new MailLoops(sent, Stream.concat(delivered, received).toList()).found();
    }

    /** Return the address that an answer to a mail goes to: its return path (RFC 3834 section 4), else its sender. */
    static Optional<String> sender(MailSource mail) {
        return mail.returnPath().isEmpty() ? author(mail) : Optional.of(mail.returnPath());
    }

    private List<String> found() {
        List<String> found = new ArrayList<>();
        for (ReceivedMail mail : sent) {
            automatic.stream()
                    .filter(other -> other != mail && answers(mail, other))
                    .findFirst()
                    .ifPresent(other -> found.add("#" + mail.number() + " " + mail + " answers an automatic " + other));
        }
        repetitions().forEach((way, count) -> {
            if (count > MOST_REPETITIONS) {
                found.add(count + " times " + way);
            }
        });
        return found;
    }

    private Map<String, Long> repetitions() {
        return sent.stream()
                .collect(Collectors.groupingBy(
                        mail -> "<" + mail.envelope().sender() + "> wrote to "
                                + mail.envelope().recipients() + " about \"" + topic(mail) + '"',
                        Collectors.counting()));
    }

    private static boolean answers(ReceivedMail mail, MailSource other) {
        boolean referring = other.header("Message-ID")
                .map(String::strip)
                .filter(id ->
                        !id.isEmpty() && mail.header("In-Reply-To").orElse("").contains(id))
                .isPresent();
        return referring || isBack(mail, other);
    }

    /** Return whether a mail goes back the way that another came, after it. */
    private static boolean isBack(ReceivedMail mail, MailSource other) {
        return !mail.receivedAt().isBefore(other.receivedAt())
                && other.recipients().stream().anyMatch(one -> AddressSpec.isSame(one, mail.returnPath()))
                && author(other)
                        .filter(sender -> mail.recipients().stream().anyMatch(one -> AddressSpec.isSame(one, sender)))
                        .isPresent()
                && mail.subject().endsWith(other.subject());
    }

    private static String topic(MailSource mail) {
        String subject = mail.subject();
        Matcher prefix = PREFIX.matcher(subject);
        int start = 0;
        while (prefix.region(start, subject.length()).lookingAt()) {
            start = prefix.end();
        }
        return subject.substring(start).strip();
    }

    /** Return the first address in {@code From}. */
    private static Optional<String> author(MailSource mail) {
        return Message.of(SameBytes.octets(mail)).header().addresses("From").stream()
                .filter(address -> address.kind() == Address.Kind.MAILBOX)
                .map(Address::spec)
                .findFirst();
    }
}
