package io.github.postfixture.mail;

import static io.github.postfixture.mail.Failure.failureOf;
import static io.github.postfixture.mail.message.MailCriteria.after;
import static io.github.postfixture.mail.message.MailCriteria.anyOf;
import static io.github.postfixture.mail.message.MailCriteria.attachment;
import static io.github.postfixture.mail.message.MailCriteria.cc;
import static io.github.postfixture.mail.message.MailCriteria.header;
import static io.github.postfixture.mail.message.MailCriteria.recipient;
import static io.github.postfixture.mail.message.MailCriteria.sender;
import static io.github.postfixture.mail.message.MailCriteria.subject;
import static io.github.postfixture.mail.message.MailCriteria.subjectContaining;
import static io.github.postfixture.mail.message.MailCriteria.textContaining;
import static io.github.postfixture.mail.message.MailCriteria.to;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.postfixture.await.Criterion;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.protocol.SmtpStage;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArrivalsAssertTests {

    private final MailServer mail = MailServer.builder().timeout(ofMillis(100)).start();
    private final Mailbox inbox = mail.mailbox("alice@example.org");

    @AfterEach
    void close() {
        mail.close();
    }

    private void send(String subject, String... recipients) {
        Sender.send(
                mail,
                "From: Shop <shop@example.org>\nTo: " + String.join(", ", recipients) + "\nSubject: " + subject
                        + "\n\nHello",
                recipients);
    }

    @Nested
    class ReceivesMail {

        @Test
        void goesOnToTheMail() {
            send("Welcome", "alice@example.org");

            assertThat(mail).receivesMail(subject("Welcome")).hasRecipients("alice@example.org");
            assertThat(mail).mailbox("alice@example.org").receivesMail().hasSubject("Welcome");
        }

        @Test
        void namesTheClosestMailAndItsFirstDifference() {
            send("Welcome", "bob@example.org");
            send("Please confirm", "alice@example.org");
            send("Your invoice", "bob@example.org");

            failureOf(() -> assertThat(mail)
                            .receivesMail(recipient("alice@example.org").and(subject("Welcome aboard"))))
                    .isEqualTo("""
                        Expected a mail for recipient alice@example.org with subject "Welcome aboard" within 100 ms but none came: #2 is the closest, but it is one with subject "Please confirm".
                        The mails that came:
                          #1 mail from shop@example.org to [bob@example.org] with subject "Welcome"
                          #2 mail from shop@example.org to [alice@example.org] with subject "Please confirm"
                          #3 mail from shop@example.org to [bob@example.org] with subject "Your invoice\"\
                        """);
        }

        @Test
        void takesTheNewestOfMailsThatAreEquallyClose() {
            send("One", "alice@example.org");
            send("Two", "alice@example.org");

            failureOf(() -> assertThat(inbox).receivesMail(subject("Three")))
                    .contains(": #2 is the closest, but it is one with subject \"Two\".\n");
        }

        @Test
        void namesAddressesThatAreAlmostTheWantedOne() {
            send("Welcome", "alcie@example.org");
            send("Welcome", "alicea@example.org");

            failureOf(() -> assertThat(inbox).receivesMail()).isEqualTo("""
                Expected a mail in mailbox alice@example.org within 100 ms but none came: a mail went to alicea@example.org, one edit away from alice@example.org.
                The mails to other addresses:
                  #1 mail from shop@example.org to [alcie@example.org] with subject "Welcome"
                  #2 mail from shop@example.org to [alicea@example.org] with subject "Welcome\"\
                """);
        }

        @Test
        void namesARefusedAddressThatIsAlmostTheWantedOne() {
            mail.failNext(SmtpStage.RCPT, SmtpFault.reply(550, "5.1.1", "User unknown"));
            assertThat(catchThrowable(() -> send("Welcome", "alic@example.org")))
                    .isNotNull();

            failureOf(() -> assertThat(inbox).receivesMail())
                    .isEqualTo(
                            "Expected a mail in mailbox alice@example.org within 100 ms but none came: a mail went to"
                                    + " alic@example.org, one edit away from alice@example.org.");
        }

        @Test
        void listsTheNewestOfManyMails() {
            for (int i = 1; i <= 30; i++) {
                send("Mail " + i, "bob@example.org");
            }

            failureOf(() -> assertThat(mail).receivesMail(subject("None")))
                    .contains("  (18 earlier ones left out)\n  #19 mail from")
                    .contains("  #30 mail from")
                    .doesNotContain("#18 mail");
        }

        @Test
        void waitsAsLongAsItIsTold() {
            failureOf(() -> assertThat(mail).within(ofMillis(1)).receivesMail())
                    .startsWith("Expected a mail within 1 ms but none came");
            send("Welcome", "alice@example.org");
            assertThat(mail).within(ofSeconds(20)).receivesMail();
        }
    }

    @Nested
    class ReceivesMails {

        @Test
        void goesOnToThem() {
            send("One", "alice@example.org");
            send("Two", "alice@example.org");

            assertThat(mail).receivesMails(2).extracting(ReceivedMail::subject).containsExactly("One", "Two");
        }

        @Test
        void listsThoseThatCame() {
            send("One", "alice@example.org");

            failureOf(() -> assertThat(mail).receivesMails(2)).isEqualTo("""
                Expected 2 mails within 100 ms but only 1 came:
                  #1 mail from shop@example.org to [alice@example.org] with subject "One\"\
                """);
        }
    }

    @Nested
    class ReceivesInOrder {

        @Test
        void passesForTheOrderOfArrival() {
            send("Order", "alice@example.org");
            send("Noise", "bob@example.org");
            send("Invoice", "alice@example.org");

            assertThat(mail).receivesInOrder(subject("Order"), subject("Invoice"));
        }

        @Test
        void showsTheOrderThatWas() {
            send("Invoice", "alice@example.org");
            send("Order", "alice@example.org");

            failureOf(() -> assertThat(inbox).receivesInOrder(subject("Order"), subject("Invoice")))
                    .isEqualTo("""
                        Expected the mailbox alice@example.org to receive a mail with subject "Order", then one with subject "Invoice" but the order was #1 "Invoice", #2 "Order".
                        They came in this order:
                          #1 mail from shop@example.org to [alice@example.org] with subject "Invoice"
                          #2 mail from shop@example.org to [alice@example.org] with subject "Order\"""");
        }
    }

    @Nested
    class ReceivesNothing {

        @Test
        void passesForMailThatAWaitHasReturnedAndForOtherMail() {
            send("Welcome", "alice@example.org");
            assertThat(mail).receivesMail();

            assertThat(mail).receivesNothingFor(ofMillis(1));
            send("For Bob", "bob@example.org");
            assertThat(mail).receivesNothingFor(ofMillis(1), to("alice@example.org"));
        }

        @Test
        void failsAtOnceOnAMatch() {
            send("Welcome", "alice@example.org");

            failureOf(() -> assertThat(inbox).receivesNothingFor(ofSeconds(100), subjectContaining("Wel")))
                    .startsWith("""
                        Expected the mailbox alice@example.org to receive no mail with a subject containing "Wel" for \
                        100 seconds but after\
                        """)
                    .endsWith("""
                         it received #1 mail from shop@example.org to [alice@example.org] with subject "Welcome".\
                        """);
        }

        @Test
        void looksAtEverythingBeforeABarrier() {
            send("Welcome", "alice@example.org");
            assertThat(mail).receivesMail();
            send("For Bob", "bob@example.org");
            send("Done", "test@example.org");

            assertThat(mail).receivesNothingBefore(subject("Done"), recipient("alice@example.org"));
        }

        @Test
        void showsWhatCameBeforeTheBarrier() {
            send("Welcome", "alice@example.org");
            send("Done", "test@example.org");
            send("Later", "alice@example.org");

            failureOf(() -> assertThat(mail).receivesNothingBefore(subject("Done")))
                    .isEqualTo("""
                        Expected the mail server to receive no mail before #2 "Done" but it received one.
                        It received:
                          #1 mail from shop@example.org to [alice@example.org] with subject "Welcome\"""");
        }

        @Test
        void failsIfTheBarrierDoesNotCome() {
            failureOf(() -> assertThat(mail).receivesNothingBefore(subject("Done")))
                    .startsWith("Expected a mail with subject \"Done\" within 100 ms but none came");
        }
    }

    @Nested
    class Criteria {

        private final ReceivedMail received = Sender.receive("""
            From: shop@example.org
            To: alice@example.org
            Cc: carol@example.org
            Subject: Welcome
            X-Order: 42
            Content-Type: multipart/mixed; boundary=b

            --b

            Hello
            Alice
            --b
            Content-Disposition: attachment; filename=a.txt

            x
            --b--
            """, "alice@example.org", "dave@example.org");

        @Test
        void meetTheirMail() {
            assertThat(received).is(MailCriteria.from("shop@example.org").condition());
            assertThat(received)
                    .matches(cc("Carol@example.org"))
                    .matches(recipient("dave@example.org"))
                    .matches(sender("shop@example.org"))
                    .matches(header("X-Order", "42"))
                    .matches(attachment("a.txt"))
                    .matches(textContaining("Hello Alice"))
                    .matches(after(Instant.EPOCH))
                    .matches(anyOf(subject("No"), subject("Welcome")))
                    .matches(MailCriteria.not(after(received)));
        }

        @Test
        void sayWhatAMailHasInstead() {
            assertThat(differenceOf(cc("x@y.z"))).isEqualTo("cc x@y.z / cc [carol@example.org]");
            assertThat(differenceOf(to("x@y.z"))).isEqualTo("to x@y.z / to [alice@example.org]");
            assertThat(differenceOf(recipient("x@y.z")))
                    .isEqualTo("for recipient x@y.z / for [alice@example.org, dave@example.org]");
            assertThat(differenceOf(sender("x@y.z"))).isEqualTo("from sender <x@y.z> / from sender <shop@example.org>");
            assertThat(differenceOf(subjectContaining("x")))
                    .isEqualTo("with a subject containing \"x\" / with subject \"Welcome\"");
            assertThat(differenceOf(textContaining("Bob")))
                    .isEqualTo("with a text containing \"Bob\" / with the text [\"Hello Alice\"]");
            assertThat(differenceOf(header("X-Order", "43"))).isEqualTo("with header X-Order: 43 / with X-Order: 42");
            assertThat(differenceOf(attachment("b.txt")))
                    .isEqualTo("with attachment b.txt / with attachments [a.txt (text/plain, 1 byte)]");
            assertThat(differenceOf(after(received))).isEqualTo("after #1 / that is #1");
            assertThat(differenceOf(after(Instant.MAX)))
                    .isEqualTo("after " + Instant.MAX + " / that came at " + received.receivedAt());
            assertThat(differenceOf(MailCriteria.not(subject("Welcome"))))
                    .startsWith("not with subject \"Welcome\" / mail from");
            assertThat(differenceOf(anyOf(subject("a"), MailCriteria.from("b@c.d"))))
                    .startsWith("with subject \"a\" or from b@c.d / mail from");
        }

        @Test
        void nameThemselvesAsAConditionOfAssertJ() {
            failureOf(() -> assertThat(received).is(subject("Hello").condition()))
                    .endsWith("to be mail with subject \"Hello\"");
        }

        private String differenceOf(MailCriteria criteria) {
            Criterion<ReceivedMail> wanted =
                    criteria.criteria().firstDifference(received).orElseThrow();
            return wanted + " / " + wanted.found(received);
        }
    }
}
