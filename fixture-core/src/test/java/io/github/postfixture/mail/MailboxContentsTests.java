package io.github.postfixture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.html.Markup;
import io.github.postfixture.html.TabPanes.Pane;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.timeline.CardContext;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxContentsTests {

    private final MailServer mail = MailServer.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void tellFolderByFolderWhatThereIs() {
        mail.mailbox("help@example.org")
                .deliver(InboundMail.from("bob@example.org")
                        .to("help@example.org")
                        .subject("How <so>?")
                        .text("x"));
        mail.mailbox("empty@example.org");

        mail.noteContents();

        Event told = told().get(0);
        EventCard card = told.card().orElseThrow();
        assertThat(told.inWords()).isEqualTo("in the end, mailbox help@example.org holds INBOX: 1");
        assertThat(card.label() + ", " + card.title()).isEqualTo("1 mail, help@example.org");
        assertThat(card.panes(new NoContext()))
                .singleElement()
                .extracting(Pane::content)
                .asString()
                .contains("<h3>INBOX</h3>", "<td>1</td><td>How &lt;so&gt;?</td><td>bob@example.org</td><td></td>");
        assertThat(new String(card.files().get(0).content().get(), StandardCharsets.UTF_8))
                .isEqualTo("INBOX\n  UID 1 \"How <so>?\" []\n");
    }

    @Test
    void areNoEventAndNothingOfMailboxesWithoutMail() {
        mail.mailbox("empty@example.org");

        mail.noteContents();

        assertThat(mail.timeline().trace()).isEmpty();
    }

    @Test
    void saysHowManyMailboxesThereAreMoreThanAreShown() {
        InboundMail news = InboundMail.from("shop@example.org").subject("News").text("x");
        for (int i = 0; i < 501; i++) {
            mail.mailbox("reader" + i + "@example.org").deliver(news);
        }

        mail.noteContents();

        assertThat(mail.timeline().trace())
                .hasSize(501 + 500 + 1)
                .last()
                .extracting(Event::inWords)
                .isEqualTo("501 mailboxes hold messages; the first 500 are shown");
    }

    private List<Event> told() {
        assertThat(mail.timeline().events()).hasSize(1);
        return mail.timeline().trace().stream()
                .filter(event -> event.number() == 0)
                .toList();
    }

    private record NoContext() implements CardContext {

        @Override
        public String id() {
            return "mailboxes-1";
        }

        @Override
        public String address(String suffix) {
            return "mailboxes/1" + suffix;
        }

        @Override
        public Markup linkTo(String location) {
            return Markup.NONE;
        }

        @Override
        public Duration timeOf(long nanoTime) {
            return Duration.ZERO;
        }
    }
}
