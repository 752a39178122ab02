package io.github.postfixture.examples.benchmark;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.message.ReceivedMail;
import java.io.IOException;

/** Twenty mails of 4 KB with text, HTML, links and a file, each read for the first time. */
final class MailWorkload implements Workload {

    private static final int MAILS = 20;
    private static final String MESSAGE = """
            From: =?UTF-8?Q?J=C3=BCrgen?= <shop@example.org>
            To: "Bob, Buyer" <b@example.org>
            Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe_aus_dem_Laden?=
            Date: Mon, 30 Nov 2026 10:00:00 +0100
            Message-ID: <1@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Confirm: https://example.org/confirm?token=3Dabc
            %s
            --inner
            Content-Type: text/html; charset=UTF-8

            <p>Please <a href="https://example.org/confirm?token=abc">confirm</a></p>
            %s
            --inner--
            --outer
            Content-Type: application/pdf; name=invoice.pdf
            Content-Disposition: attachment; filename=invoice.pdf
            Content-Transfer-Encoding: base64

            %s
            --outer--
            .
            """.formatted(
                    "A line of text that is read by nobody.\n".repeat(30),
                    "<p>Text</p>\n".repeat(80),
                    "QUJD".repeat(15))
            .replace("\n", "\r\n");

    private final Action action;
    private MailServer mail;
    private Client reader;

    private MailWorkload(Action action) {
        this.action = action;
    }

    static Workload delivery() {
        return new MailWorkload(
                workload -> Client.sendMails(workload.mail.smtp().port(), MESSAGE, MAILS));
    }

    static Workload subject() {
        return reading(ReceivedMail::subject);
    }

    static Workload text() {
        return reading(ReceivedMail::text);
    }

    static Workload links() {
        return reading(received -> received.link("confirm"));
    }

    static Workload envelopes() {
        return new MailWorkload(workload -> workload.reader.command("FETCH 1:* ENVELOPE"));
    }

    private static Workload reading(Reading reading) {
        return new MailWorkload(workload -> workload.mail.receivedMails().forEach(reading::read));
    }

    @Override
    public void prepare() throws IOException {
        mail = MailServer.start();
        mail.smtp();
        Client.sendMails(mail.smtp().port(), MESSAGE, MAILS);
        reader = Client.ofImap(mail.imap().port());
    }

    @Override
    public void run() throws IOException {
        action.run(this);
    }

    @Override
    public int operations() {
        return MAILS;
    }

    @Override
    public void discard() throws IOException {
        reader.close();
        mail.close();
    }

    /** What is measured. */
    private interface Action {

        void run(MailWorkload workload) throws IOException;
    }

    /** What is read of a mail. */
    private interface Reading {

        Object read(ReceivedMail mail);
    }
}
