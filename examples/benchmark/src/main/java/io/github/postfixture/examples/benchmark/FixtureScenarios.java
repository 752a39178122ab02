package io.github.postfixture.examples.benchmark;

import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;
import java.io.IOException;

/** The same scenarios on Postfixture. */
final class FixtureScenarios {

    private static final Response HELLO = Response.text("hello");

    private FixtureScenarios() {}

    static void smtp() throws IOException {
        try (MailServer mail = MailServer.start()) {
            Client.sendMail(mail.smtp().port());
        }
    }

    static void six() throws IOException {
        try (MailServer mail = MailServer.start()) {
            bindAll(mail);
            Client.sendMail(mail.smtp().port());
        }
    }

    static void http() throws IOException {
        try (WebServer web = WebServer.start()) {
            web.serve("/hello", HELLO);
            Client.getPage(web.http().port());
        }
    }

    static void both() throws IOException {
        try (Postfixture host = Postfixture.start()) {
            bindAll(host.mail());
            host.web().serve("/hello", HELLO);
            Client.sendMail(host.mail().smtp().port());
            Client.getPage(host.web().http().port());
        }
    }

    private static void bindAll(MailServer mail) {
        for (MailProtocol protocol : MailProtocol.values()) {
            mail.endpoint(protocol);
        }
    }
}
