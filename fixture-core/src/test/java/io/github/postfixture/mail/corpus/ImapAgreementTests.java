package io.github.postfixture.mail.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.imap.message.ImapMessage;
import io.github.postfixture.mail.message.MailAddress;
import io.github.postfixture.mail.message.MailStructure;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mime.Address;
import io.github.postfixture.mime.EncodedWords;
import io.github.postfixture.mime.MailDate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What IMAP tells a client of a message is what a test reads of it. */
class ImapAgreementTests {

    static Stream<DifficultMessage> messages() {
        return ReadingDifferenceTests.messages();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theEnvelopeSaysWhatTheMailSays(DifficultMessage message) {
        ReceivedMail mail = ReceivedMail.parse(message.octets().toByteArray());
        ImapValue envelope = ImapValue.parse(ImapMessage.of(message.octets()).envelope());

        assertThat(date(envelope.at(0).text()))
                .isEqualTo(mail.date().map(OffsetDateTime::toInstant).orElse(Instant.MIN));
        assertThat(EncodedWords.decode(envelope.at(1).text())).isEqualTo(mail.subject());
        assertThat(addresses(envelope.at(2))).isEqualTo(mail.from());
        assertThat(addresses(envelope.at(4))).isEqualTo(mail.replyTo().isEmpty() ? mail.from() : mail.replyTo());
        assertThat(addresses(envelope.at(5))).isEqualTo(mail.to());
        assertThat(addresses(envelope.at(6))).isEqualTo(mail.cc());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theStructureHasThePartsOfTheMail(DifficultMessage message) {
        ReceivedMail mail = ReceivedMail.parse(message.octets().toByteArray());

        assertThat(structure(ImapValue.parse(ImapMessage.of(message.octets()).bodyStructure())))
                .isEqualTo(shown(mail.structure()));
    }

    /** Return the structure as IMAP has words for it: a multipart without parts is a text (RFC 9051 section 9). */
    private static MailStructure shown(MailStructure structure) {
        boolean empty = structure.parts().isEmpty() && structure.type().startsWith("multipart/");
        return empty
                ? MailStructure.plain()
                : new MailStructure(
                        structure.type(),
                        structure.parts().stream()
                                .map(ImapAgreementTests::shown)
                                .toList());
    }

    private static Instant date(String text) {
        return MailDate.parse(text).map(MailDate::instant).orElse(Instant.MIN);
    }

    private static List<MailAddress> addresses(ImapValue list) {
        return list.items().stream()
                .filter(address -> !address.at(3).isNil())
                .map(ImapAgreementTests::address)
                .toList();
    }

    private static MailAddress address(ImapValue address) {
        Address read = new Address(
                address.at(0).text(),
                address.at(1).text(),
                address.at(2).text(),
                address.at(3).text(),
                Address.Kind.MAILBOX);
        return new MailAddress(read.displayName(), read.spec());
    }

    private static MailStructure structure(ImapValue part) {
        if (!part.at(0).isList()) {
            return new MailStructure((part.at(0).text() + "/" + part.at(1).text()).toLowerCase(Locale.ROOT), List.of());
        }
        List<MailStructure> parts = part.items().stream()
                .takeWhile(ImapValue::isList)
                .map(ImapAgreementTests::structure)
                .toList();
        String subtype = part.at(parts.size()).text();
        return new MailStructure("multipart/" + subtype.toLowerCase(Locale.ROOT), parts);
    }
}
