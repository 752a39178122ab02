package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.postfixture.mail.MailAssertFactories;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailSoftAssertions;
import io.github.postfixture.mail.Sender;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class MailConductAssertTests {

    @Nested
    class Automation {

        private final ReceivedMail byHand =
                Sender.receive("Subject: x\nAuto-Submitted: no\nPrecedence: first-class\n\nx");
        private final ReceivedMail automatic = Sender.receive("Subject: x\nAuto-Submitted: auto-generated\n\nx");

        @Test
        void isDeclared() {
            assertThat(automatic).isAutoSubmitted().asksForNoAutoReply();
            assertThat(byHand).isNotAutoSubmitted();
            failureOf(() -> assertThat(byHand).isAutoSubmitted()).isEqualTo("""
                Expected an auto-submitted mail but it has Auto-Submitted: no, Precedence: first-class.
                  mail from shop@example.org to [alice@example.org] with subject "x\"""");
            failureOf(() -> assertThat(automatic).isNotAutoSubmitted()).isEqualTo("""
                Expected a mail that a person wrote but it has Auto-Submitted: auto-generated.
                  mail from shop@example.org to [alice@example.org] with subject "x\"""");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X-Auto-Response-Suppress: All",
                    "Precedence: bulk",
                    "Auto-Submitted: auto-replied",
                    "Auto-Submitted: notes-by-machine",
                    "List-Id: <news.example.org>"
                })
        void preventsLoops(String header) {
            assertThat(Sender.receive(header + "\n\nx")).asksForNoAutoReply();
        }

        @Test
        void thatDoesNotPreventLoopsIsShown() {
            failureOf(() -> assertThat(Sender.receive("Subject: x\n\nx")).asksForNoAutoReply())
                    .isEqualTo("""
                    Expected a mail that asks for no automatic reply but it has no header on automation.
                      mail from shop@example.org to [alice@example.org] with subject "x\"""");
        }
    }

    @Nested
    class Unsubscribing {

        private static final String SIGNED =
                "DKIM-Signature: v=1; h=from:List-Unsubscribe:\n list-unsubscribe-post; b=x\n";

        @Test
        void takesOneClick() {
            ReceivedMail mail = Sender.receive("List-Unsubscribe: <mailto:u@example.org>, <https://example.org/u>\n"
                    + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n" + SIGNED + "\nx");

            assertThat(mail).hasOneClickUnsubscribe().isNotNull();
        }

        @Test
        void canBeSignedLater() {
            ReceivedMail unsigned = Sender.receive("List-Unsubscribe: <https://example.org/u>\n"
                    + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\nSubject: News\n\nx");
            ReceivedMail plain = Sender.receive("List-Unsubscribe: <https://example.org/u>\nSubject: News\n\nx");

            assertThat(unsigned).hasOneClickUnsubscribeExceptForSignature();
            failureOf(() -> assertThat(plain).hasOneClickUnsubscribeExceptForSignature())
                    .isEqualTo("""
                        Expected one-click unsubscribing but List-Unsubscribe-Post is not "List-Unsubscribe=One-Click" but [].
                          mail from shop@example.org to [alice@example.org] with subject "News\"""");
        }

        @Test
        void listsEverythingThatPreventsIt() {
            ReceivedMail mail = Sender.receive("List-Unsubscribe: <http://example.org/u>\nSubject: News\n\nx");

            failureOf(() -> assertThat(mail).hasOneClickUnsubscribe()).isEqualTo("""
                Expected one-click unsubscribing but List-Unsubscribe has no https address, only [http://example.org/u] and 3 more.
                  mail from shop@example.org to [alice@example.org] with subject "News"
                All that is wrong:
                  List-Unsubscribe has no https address, only [http://example.org/u]
                  List-Unsubscribe-Post is not "List-Unsubscribe=One-Click" but []
                  no DKIM-Signature covers List-Unsubscribe
                  no DKIM-Signature covers List-Unsubscribe-Post""");
            failureOf(() -> assertThat(Sender.receive(SIGNED + "\nx")).hasOneClickUnsubscribe())
                    .startsWith("Expected one-click unsubscribing but there is no List-Unsubscribe; ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<mailto:u@example.org>,<https://example.org/u?t=abc\n def>",
                    "<\n https://example.org/\n\tu?t=abcdef >",
                    "(no <http://a> (or <b>) \\) <c>) <HTTPS://example.org/u?t=abcdef> (thanks)",
                    "<>, <mailto:u@example.org?subject=(x)>, <https://example.org/u?t=abcdef>"
                })
        void readsTheAddressesAsTheyAreMeant(String field) {
            assertThat(Sender.receive("List-Unsubscribe: " + field
                            + "\nList-Unsubscribe-Post: list-unsubscribe=one-click\n" + SIGNED + "\nx"))
                    .hasOneClickUnsubscribe();
        }

        @Test
        void wantsOneWebAddressOnly() {
            ReceivedMail mail = Sender.receive("List-Unsubscribe: <https://example.org/u>, <http://example.org/v>\n"
                    + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n" + SIGNED + "Subject: News\n\nx");

            failureOf(() -> assertThat(mail).hasOneClickUnsubscribe())
                    .startsWith("Expected one-click unsubscribing but List-Unsubscribe has more than one web address:"
                            + " [https://example.org/u, http://example.org/v].\n");
        }

        @Test
        void postsToAFoldedAddress() {
            try (WebServer web = WebServer.start()) {
                web.serve("/u", Response.text("Gone"));
                String address = web.uri("/u?t=abc") + "\n def";

                assertThat(Sender.receive("List-Unsubscribe: (or) <" + address + ">\n\nx")
                                .unsubscribe())
                        .hasStatusOk();
                assertThat(web.exchanges().get(0).request().target()).isEqualTo("/u?t=abcdef");
            }
        }

        @Test
        void prefersASecureAddress() {
            failureOf(() -> Sender.receive("List-Unsubscribe: <http://127.0.0.1:1/a>, <https://127.0.0.1:1/b>\n\nx")
                            .unsubscribe())
                    .isEqualTo("Cannot open https://127.0.0.1:1/b: connection refused");
        }

        @Test
        void postsWhatAMailReaderPosts() {
            try (WebServer web = WebServer.start()) {
                web.serve("/u", Response.text("Gone"));
                ReceivedMail mail =
                        Sender.receive("List-Unsubscribe: <mailto:u@x>, <" + web.uri("/u?id=1&k=2") + ">\n\nx");

                assertThat(mail.unsubscribe()).hasStatusOk();
                assertThat(web.exchanges().get(0).request().method()).isEqualTo("POST");
                assertThat(web.exchanges().get(0).request().target()).isEqualTo("/u?id=1&k=2");
                assertThat(web.exchanges().get(0).request().formParameter("List-Unsubscribe"))
                        .contains("One-Click");
            }
        }

        @Test
        void failsWithoutAnAddress() {
            failureOf(() -> Sender.receive("Subject: News\n\nx").unsubscribe()).isEqualTo("""
                Expected a web address in List-Unsubscribe but there are no addresses.
                  mail from shop@example.org to [alice@example.org] with subject "News\"""");
        }
    }

    @Nested
    class WithAssertJ {

        private final ReceivedMail mail = Sender.receive("Subject: Welcome\n\nHello");

        @Test
        void factoriesGoOnFromLists() {
            assertThat(List.of(mail)).first(MailAssertFactories.MAIL).hasSubject("Welcome");
        }

        @Test
        void thenReadsAsBehaviour() {
            then(mail).hasSubject("Welcome");
        }

        @Test
        void softAssertionsCollect() {
            MailSoftAssertions softly = new MailSoftAssertions();
            softly.assertThat(mail)
                    .hasSubject("Hello")
                    .isFrom("bob@example.org")
                    .hasTextContaining("Hello");
            softly.assertThat(List.of(1)).isEmpty();

            assertThat(softly.assertionErrorsCollected()).hasSize(3);
        }

        @Test
        void softAssertionsTellTogetherWhenTheyAreClosed() {
            MailSoftAssertions softly = new MailSoftAssertions();
            try (MailServer server = MailServer.start()) {
                softly.assertThat(server).hasMailCount(1);
                softly.assertThat(server.mailbox("alice@example.org")).hasMailCount(1);
            }

            failureOf(softly::close).contains("mail server", "mailbox alice@example.org");
        }

        @Test
        void conditionsGoIntoListAssertions() {
            assertThat(List.of(mail))
                    .haveExactly(1, MailCriteria.subject("Welcome").condition());
        }

        @Test
        void failuresShowIdesTheDifference() {
            assertThatExceptionOfType(AssertionFailedError.class)
                    .isThrownBy(() -> assertThat(mail).hasSubject("Hello"))
                    .satisfies(failure -> {
                        assertThat(failure.getActual().getValue()).isEqualTo("Welcome");
                        assertThat(failure.getExpected().getValue()).isEqualTo("Hello");
                    });
        }
    }
}
