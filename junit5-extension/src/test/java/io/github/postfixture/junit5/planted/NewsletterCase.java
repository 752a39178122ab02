package io.github.postfixture.junit5.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.WebServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@WithMailServer(timeout = 1)
@WithWebServer(timeout = 1)
@ExtendWith(BugParameter.class)
class NewsletterCase {

    @Test
    void reachesAllSubscribers(MailServer mail, WebServer web, Bug bug) throws Exception {
        application(mail, web, bug)
                .send("Issue 7", List.of("alice@example.org", "bob@example.org", "carol@example.org"));

        assertThat(mail.mailbox("carol@example.org").awaitMail()).hasSubject("Issue 7");
    }

    @Test
    void letsSubscribersLeaveByOneClick(MailServer mail, WebServer web, Bug bug) throws Exception {
        application(mail, web, bug).send("Issue 7", List.of("alice@example.org"));

        assertThat(mail.awaitMail())
                .hasHeader("List-Unsubscribe", "<" + web.uri("/leave") + "?who=alice@example.org>")
                .hasHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static Newsletter application(MailServer mail, WebServer web, Bug bug) {
        return new Newsletter(new Mailer(mail.smtp().uri(), bug), web.uri("/leave"), bug);
    }
}
