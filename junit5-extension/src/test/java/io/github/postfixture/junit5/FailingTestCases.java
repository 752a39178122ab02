package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.fault.SmtpFault;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.protocol.SmtpStage;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.Exchange;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Tests of an application that has bugs: what their reports look like is looked at elsewhere. */
final class FailingTestCases {

    private FailingTestCases() {}

    @WithMailServer(timeout = 1)
    @WithWebServer
    static class Shop {

        @Test
        void asksForConfirmation(MailServer mail, WebServer web) throws Exception {
            web.serve("/confirm", Response.html("<title>Done</title><h1>Address confirmed</h1>"));
            Application.send(
                    mail, Application.welcome(web.uri("/confirm?token=7").toString()));

            mail.awaitMail().link("Confirm your address").follow();

            assertThat(mail.receivedMails().get(0)).hasSubject("Welcome to the tea shop");
        }

        @Test
        void sendsAnInvoice(MailServer mail) {
            mail.failNext(SmtpStage.RCPT, SmtpFault.reply(451, "4.3.0", "Try again later"));
            Application.tryToSend(mail, "Subject: Invoice\r\nTo: alice@example.org\r\n\r\nThank you");

            mail.mailbox("alice@example.org").awaitMail();
        }

        @Test
        void logsInWithASafeCookie(WebServer web) {
            web.on("GET", "/login").answer(Response.html("<h1>Hello</h1>").withHeader("X-Theme", "dark; wide"));
            web.on("GET", "/style").answer(Response.text("h1 {}"));
            Page page = Page.open(web.uri("/login"));
            Page.open(web.uri("/style"));
            web.awaitRequests(2);

            assertThat(page).hasHeader("X-Theme", "dark;  wide");
        }

        @Test
        void ordersTea(WebServer web) throws Exception {
            web.on("POST", "/orders").answer(Response.json("{\"accepted\": true, \"total\": 1250}"));
            Application.post(
                    web,
                    "/orders",
                    "{\"item\": \"tea\", \"count\": 2, \"price\": {\"cents\": 1250, \"currency\": \"EUR\"}}");

            Exchange order = web.awaitRequest();

            assertThat(order)
                    .hasJson(
                            "{\"item\": \"tea\", \"count\": 3, \"price\": {\"amount\": \"12.50\", \"currency\": \"EUR\"}}");
        }

        @Test
        void answersAQuestion(MailServer mail) throws Exception {
            mail.mailbox("help@example.org")
                    .deliver(InboundMail.from("bob@example.org")
                            .to("help@example.org")
                            .subject("How?")
                            .text("Please help"));
            mail.mailbox("help@example.org")
                    .deliver(InboundMail.from("win@example.org")
                            .to("help@example.org")
                            .subject("Win!")
                            .text("Click here"));
            Application.markAllSeen(mail, "help@example.org");

            mail.mailbox("bob@example.org").awaitMail();
        }

        @Test
        void writesTheText(MailServer mail) {
            Application.send(
                    mail,
                    "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nTo: alice@example.org\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n"
                            + "Dear Alice,\r\n\r\nyour order of two packets of Sencha is on its way.\r\nIt costs 12,50 EUR.\r\n\r\n"
                            + "Yours\r\nThe t\u00e9a shop\r\n");

            assertThat(mail.awaitMail())
                    .hasText(
                            "Dear Alice,\n\nyour order of three packets of Sencha is on its way.\nIt costs 18,75 EUR.\n\nYours\nThe tea shop\n");
        }

        @Test
        void sendsNothing(MailServer mail) {
            mail.smtp();
            mail.awaitMail();
        }

        @Test
        void sendsMany(MailServer mail) {
            for (int i = 0; i < 300; i++) {
                Application.send(
                        mail, "Subject: Newsletter " + i + "\r\nTo: reader" + i + "@example.org\r\n\r\nHello " + i);
            }
            assertThat(mail.awaitMails(300).get(75)).hasSubject("Newsletter of May");
        }

        @Test
        void pays(WebServer web) throws Exception {
            web.serve("POST", "/payments", request -> {
                throw new IllegalStateException(
                        "No such account: " + request.header("X-Account").orElse("none"));
            });
            Application.post(web, "/payments", "amount=12");
            Application.post(web, "/paymets", "amount=12");

            assertThat(web.awaitRequest()).hasStatus(201);
        }

        @Test
        void speaksTheWrongProtocol(MailServer mail) throws Exception {
            try (Socket socket = new Socket("127.0.0.1", mail.smtp().port())) {
                OutputStream hello = socket.getOutputStream();
                hello.write(new byte[] {0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, (byte) 0xff, '\r', '\n'});
                hello.flush();
                socket.getInputStream().read();
            }
            mail.awaitMail();
        }
    }

    @WithMailServer(timeout = 1)
    static class Probe {

        @Test
        void saysHelloOnly(MailServer mail) throws Exception {
            try (Socket socket = new Socket("127.0.0.1", mail.smtp().port())) {
                socket.getOutputStream().write("EHLO app\r\nQUIT\r\n".getBytes(StandardCharsets.UTF_8));
                socket.getInputStream().readAllBytes();
            }
            mail.awaitMail();
        }
    }

    /** The application. */
    private static final class Application {

        private Application() {}

        static void send(MailServer mail, String message) {
            assertThat(tryToSend(mail, message)).isTrue();
        }

        static boolean tryToSend(MailServer mail, String message) {
            try (Socket socket = new Socket("127.0.0.1", mail.smtp().port())) {
                java.io.BufferedReader replies = new java.io.BufferedReader(
                        new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                replies.readLine();
                for (String command : java.util.List.of(
                        "HELO app", "MAIL FROM:<shop@example.org>", "RCPT TO:<alice@example.org>", "DATA")) {
                    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
                    if (replies.readLine().startsWith("4")) {
                        return false;
                    }
                }
                socket.getOutputStream().write((message + "\r\n.\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
                replies.readLine();
                replies.readLine();
                return true;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        static String welcome(String link) throws IOException {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            java.awt.image.BufferedImage logo =
                    new java.awt.image.BufferedImage(120, 40, java.awt.image.BufferedImage.TYPE_INT_RGB);
            logo.createGraphics().fillOval(10, 5, 60, 30);
            ImageIO.write(logo, "png", png);
            String image = java.util.Base64.getMimeEncoder(76, new byte[] {10}).encodeToString(png.toByteArray());
            return """
                    From: Tea shop <shop@example.org>
                    To: Alice <alice@example.org>
                    Subject: Welcome to the coffee shop
                    Message-ID: <1@example.org>
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary=m

                    --m
                    Content-Type: multipart/related; boundary=r

                    --r
                    Content-Type: multipart/alternative; boundary=a

                    --a
                    Content-Type: text/plain; charset=utf-8

                    Confirm your address: %s
                    --a
                    Content-Type: text/html; charset=utf-8

                    <h1>Welcome</h1><img src="cid:logo" alt="Logo"><p>Please <a href="%s">Confirm your address</a>
                    or read <a href="https://example.org/help">the help</a>.</p>
                    --a--
                    --r
                    Content-Type: image/png
                    Content-ID: <logo>
                    Content-Transfer-Encoding: base64

                    %s
                    --r--
                    --m
                    Content-Type: application/pdf; name=terms.pdf
                    Content-Disposition: attachment; filename=terms.pdf

                    %%PDF-1.4 not really
                    --m--
                    """.formatted(link, link, image).replace("\n", "\r\n");
        }

        static void post(WebServer web, String path, String body) throws Exception {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(web.uri(path))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        }

        static void markAllSeen(MailServer mail, String address) throws Exception {
            try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
                store.connect("127.0.0.1", mail.imap().port(), address, "secret");
                Folder inbox = store.getFolder("INBOX");
                inbox.open(Folder.READ_WRITE);
                inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.SEEN), true);
                Folder done = store.getFolder("Done");
                done.create(Folder.HOLDS_MESSAGES);
                inbox.copyMessages(inbox.getMessages(1, 1), done);
                inbox.close(true);
            }
        }
    }
}
