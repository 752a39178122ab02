package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.client.LocalMail;
import io.github.postfixture.mail.client.MailClient;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.Site;
import java.util.Map;

/** Does in a JVM of its own what everybody does: sends, reads by each protocol, serves, and walks. */
final class EverydayUse {

    /** Letters whose case depends on the language, and letters that are no ASCII. */
    private static final String LETTERS = "ILI ili \u0130\u0131 Gr\u00fc\u00dfe \u20ac";

    private static final String ALICE = "ILI@example.org";

    private final MailServer mail;
    private final WebServer web;

    private EverydayUse(MailServer mail, WebServer web) {
        this.mail = mail;
        this.web = web;
    }

    public static void main(String[] arguments) {
        try (MailServer mail = MailServer.builder().account(ALICE, "secret").start();
                WebServer web = WebServer.builder()
                        .site(Site.of(Map.of("/FILE.HTML", "<TITLE>" + LETTERS + "</TITLE>")))
                        .start()) {
            new EverydayUse(mail, web).doAll();
        }
        System.out.println("All is well");
    }

    private void doAll() {
        web.serve(
                "/confirm",
                Response.html("<FORM ACTION=/done METHOD=POST><INPUT NAME=id VALUE='" + LETTERS + "'></FORM>"));
        web.serve(
                "POST",
                "/done",
                request -> Response.html("<H1>" + request.formParameter("id").orElse("") + "</H1>"));
        send();
        walk(arrived());
        serve();
        compose();
        readBy(mail.imap());
        readBy(mail.imaps());
        readBy(mail.pop3());
        readBy(mail.pop3s());
    }

    private void send() {
        try (MailClient client =
                MailClient.of(ALICE, "secret").smtp(mail.smtp()).startTls().start()) {
            client.send(InboundMail.from(ALICE)
                    .to("ili@EXAMPLE.ORG")
                    .subject(LETTERS)
                    .html("<A HREF='" + web.uri("/confirm") + "'>" + LETTERS + "</A>"));
        }
    }

    private ReceivedMail arrived() {
        ReceivedMail received = mail.awaitMail();
        assertThat(received).hasSubject(LETTERS).hasRecipients("ili@EXAMPLE.ORG");
        assertThat(received.findings()).isEmpty();
        return received;
    }

    private void walk(ReceivedMail received) {
        Page done = received.link(LETTERS).follow().form().submit();
        assertThat(done).hasStatusOk().text("h1").isEqualTo(LETTERS);
        assertThat(web.awaitRequest("/done")).hasMethod("POST").hasFormParameter("id", LETTERS);
    }

    private void serve() {
        assertThat(Page.open(web.https().uri("/FILE.HTML"))).hasStatusOk().hasTitle(LETTERS);
        assertThat(Page.open(web.uri("/file.html"))).hasStatus(404);
    }

    private void compose() {
        mail.mailbox(ALICE)
                .deliver(InboundMail.from("bob@example.org")
                        .to(ALICE)
                        .subject(LETTERS)
                        .text(LETTERS));
    }

    private void readBy(Endpoint mailbox) {
        try (MailClient client = MailClient.of(ALICE, "secret").mailbox(mailbox).start()) {
            assertThat(client.synchronise()).hasSize(2);
            assertThat(client.inbox()).extracting(LocalMail::subject).containsOnly(LETTERS);
        }
    }
}
