package io.github.postfixture.examples.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@WithMailServer(timeout = 30)
@WithWebServer
class InvoiceRunTests {

    private InvoiceRun run;

    @BeforeEach
    void prepare(MailServer mail, WebServer web) {
        web.on("GET", "/amounts/{customer}").answer(Response.text("12.90"));
        run = new InvoiceRun(mail.smtp().uri(), web.uri("/amounts"), 8);
    }

    @Test
    void sendsOneInvoiceToEachCustomer(MailServer mail, WebServer web) throws Exception {
        List<String> customers = Customers.of("tea-shop", 40);

        assertThat(run.send(customers)).isEmpty();

        assertThat(mail.awaitMails(40))
                .allSatisfy(invoice ->
                        assertThat(invoice).hasSubject("Your invoice").text().contains("12.90"));
        assertThat(customers)
                .allSatisfy(customer ->
                        assertThat(mail.mailbox(customer).receivedMails()).hasSize(1));
        assertThat(web.awaitRequests(40)).hasSize(40);
    }

    @Test
    void goesOnAfterAnAddressThatNobodyHas(MailServer mail, WebServer web) throws Exception {
        mail.at(SmtpStage.RCPT).matching("customer7@").always(SmtpFault.userUnknown());

        assertThat(run.send(Customers.of("tea-shop", 10))).containsOnlyKeys("customer7@tea-shop.example");

        assertThat(mail.awaitMails(9))
                .noneSatisfy(
                        invoice -> assertThat(invoice.envelope().recipients()).contains("customer7@tea-shop.example"));
    }

    @RepeatedTest(10)
    void meetsNoMailOfATestBesideIt(RepetitionInfo repetition, MailServer mail) throws Exception {
        List<String> customers = Customers.of("company" + repetition.getCurrentRepetition(), 5);

        run.send(customers);

        assertThat(mail.awaitMails(5))
                .extracting(invoice -> invoice.envelope().recipients().get(0))
                .containsExactlyInAnyOrderElementsOf(customers);
    }
}
