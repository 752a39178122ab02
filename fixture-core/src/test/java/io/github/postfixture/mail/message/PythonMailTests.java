package io.github.postfixture.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Sender;
import io.github.postfixture.mail.protocol.MailProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-client")
class PythonMailTests {

    private static final String MESSAGE =
            "From: shop@example.org\r\nTo: alice@example.org\r\nSubject: Hello\r\n\r\n.dot\r\nbody\r\n";

    private final MailServer mail =
            MailServer.builder().account("alice@example.org", "secret").start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void pythonSendsOverStartTls() {
        python("""
                import smtplib, email.message
                m = email.message.EmailMessage()
                m['From'], m['To'], m['Subject'] = 'shop@example.org', 'alice@example.org', 'Grüße'
                m.set_content('Hällo')
                s = smtplib.SMTP('127.0.0.1', port('smtp'))
                s.starttls(context=tls())
                s.login('alice@example.org', 'secret')
                s.send_message(m)
                s.quit()
                """);

        assertThat(mail.awaitMail())
                .hasSubject("Grüße")
                .wasSentOverTls()
                .wasSentBy("alice@example.org")
                .text()
                .startsWith("Hällo");
    }

    @Test
    void pythonReadsByImap() {
        Sender.send(mail, MESSAGE.replace("\r\n", "\n"), "alice@example.org");

        assertThat(python("""
                        import imaplib
                        i = imaplib.IMAP4('127.0.0.1', port('imap'))
                        i.starttls(tls())
                        i.authenticate('PLAIN', lambda challenge: b'\\0alice@example.org\\0secret')
                        print(i.namespace()[1], i.select())
                        print(i.fetch('1', '(RFC822.SIZE BODY.PEEK[])')[1][0][1] == %s)
                        print(i.append('INBOX', '(\\\\Seen)', None, b'Subject: x\\r\\n\\r\\nx')[0])
                        print(i.search(None, 'SEEN')[1], i.unselect()[0], i.logout()[0])
                        """.formatted(bytes(MESSAGE + "\r\n")))).isEqualTo("""
                        [b'(("" ".")) NIL NIL'] ('OK', [b'1'])
                        True
                        OK
                        [b'2'] OK BYE
                        """);
    }

    @Test
    void pythonReadsByPop3() {
        Sender.send(mail, MESSAGE.replace("\r\n", "\n"), "alice@example.org");
        Sender.send(mail, "Subject: second\n\nx", "alice@example.org");

        assertThat(python("""
                        import poplib
                        p = poplib.POP3('127.0.0.1', port('pop3'))
                        p.stls(tls())
                        p.user('alice@example.org'); p.pass_('secret')
                        print(p.stat(), p.list()[1], len(p.uidl()[1]))
                        print(p.retr(1)[1][4:], p.top(2, 0)[1])
                        p.dele(1); p.rset(); print(p.noop()); p.dele(2); p.quit()
                        p = poplib.POP3_SSL('localhost', port('pop3s'), context=tls())
                        p.user('alice@example.org'); p.pass_('secret')
                        print(p.stat()[0])
                        """)).isEqualTo("""
                        (2, 101) [b'1 79', b'2 22'] 2
                        [b'.dot', b'body', b''] [b'Subject: second', b'']
                        b'+OK'
                        1
                        """);
    }

    private String python(String script) {
        StringBuilder ports = new StringBuilder();
        for (MailProtocol protocol : MailProtocol.values()) {
            ports.append('\'')
                    .append(protocol.scheme())
                    .append("': ")
                    .append(mail.endpoint(protocol).port())
                    .append(", ");
        }
        String prologue = """
                import ssl
                def port(name): return {%s}[name]
                def tls(): return ssl.create_default_context(cafile='%s')
                """.formatted(ports, RealClient.caFile());
        return RealClient.named("python3", "-c", prologue + script).run();
    }

    private static String bytes(String text) {
        return "b'" + text.replace("\r\n", "\\r\\n") + "'";
    }
}
