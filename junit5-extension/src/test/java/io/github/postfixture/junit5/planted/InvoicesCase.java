package io.github.postfixture.junit5.planted;

import static io.github.postfixture.mail.message.MailCriteria.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@WithMailServer(timeout = 1, accounts = "billing@example.org:secret")
@WithWebServer(timeout = 1)
@ExtendWith(BugParameter.class)
class InvoicesCase {

    private static final byte[] INVOICE = ("%PDF-1.4\n\u00e2\u00e3\u0000\n" + "invoice 4711\n".repeat(300) + "%%EOF\n")
            .getBytes(StandardCharsets.ISO_8859_1);

    @BeforeEach
    void archive(WebServer web) {
        web.serve("/invoices/4711.pdf", Response.bytes("application/pdf", INVOICE));
    }

    @Test
    void attachesTheInvoice(MailServer mail, WebServer web, Bug bug) throws Exception {
        application(mail, web, bug).send("4711", "alice@example.org");

        assertThat(mail.awaitMail(recipient("alice@example.org")))
                .attachment("4711.pdf")
                .hasContentType("application/pdf")
                .hasContentOfItsType()
                .hasSize(INVOICE.length);
    }

    @Test
    void informsTheAuditorBlindly(MailServer mail, WebServer web, Bug bug) throws Exception {
        application(mail, web, bug).send("4711", "alice@example.org");

        assertThat(mail.awaitMail()).isBlindCopiedTo("audit@example.org");
    }

    @Test
    void sendsEachInvoiceToItsCustomerOnly(MailServer mail, WebServer web, Bug bug) throws Exception {
        web.serve("/invoices/4712.pdf", Response.bytes("application/pdf", INVOICE));
        Invoices invoices = application(mail, web, bug);

        invoices.send("4711", "alice@example.org");
        invoices.send("4712", "bob@example.org");

        assertThat(mail.mailbox("bob@example.org").awaitMail()).isTo("bob@example.org");
        assertThat(mail.mailbox("alice@example.org")).hasMailCount(1);
    }

    @Test
    void greets(MailServer mail, WebServer web, Bug bug) throws Exception {
        application(mail, web, bug).send("4711", "alice@example.org");

        assertThat(mail.awaitMail()).hasTextContaining("Schöne Grüße");
    }

    @Test
    void saysWhenToPay(MailServer mail, WebServer web, Bug bug) throws Exception {
        application(mail, web, bug).send("4711", "alice@example.org");

        assertThat(mail.awaitMail()).hasTextContaining("Please pay by 24 December 2026.");
    }

    @Test
    void logsInSafely(MailServer mail, WebServer web, Bug bug) throws Exception {
        application(mail, web, bug).send("4711", "alice@example.org");

        assertThat(mail.awaitMail()).wasSentBy("billing@example.org");
        assertThat(mail.attempts()).encryptedBeforeAuth();
    }

    @Test
    void sendsAnInvoice(MailServer mail, WebServer web, Bug bug) {
        Invoices invoices = application(mail, web, bug);
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(invoices));

        ReceivedMail invoice = mail.mailbox("alice@example.org").awaitMail();
        assertThat(invoice).hasSubject("Invoice 4711");
        sent.join();
    }

    private static void send(Invoices invoices) {
        try {
            invoices.send("4711", "alice@example.org");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Invoices application(MailServer mail, WebServer web, Bug bug) {
        return new Invoices(Mailer.of(mail.smtp().uri(), "billing@example.org", "secret", bug), web.uri("/"), bug);
    }
}
