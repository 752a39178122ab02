package io.github.postfixture.examples.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import org.junit.jupiter.api.RepeatedTest;

@WithArchive
@WithWebServer
class MonthlyArchiveTests {

    @RepeatedTest(3)
    void getsACopyOfEveryInvoice(MailServer mail, Mailbox archive, WebServer web) throws Exception {
        web.on("GET", "/amounts/{customer}").answer(Response.text("12.90"));
        int before = archive.receivedMails().size();

        new InvoiceRun(mail.smtp().uri(), web.uri("/amounts"), 4).send(Customers.of("monthly", 3));

        assertThat(archive.awaitMails(3)).hasSize(3);
        assertThat(archive.receivedMails()).hasSize(before + 3);
    }
}
