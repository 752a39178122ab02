package com.example.clashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** A library of the project that does not fit is named beside the failure, with the line to change. */
class ClashTests {

    @Test
    void isNamedBesideTheFailure() {
        assertThat(failures())
                .flatMap(failure -> Arrays.asList(failure.getException().getSuppressed()))
                .extracting(Throwable::getMessage)
                .anyMatch(message -> message.contains(System.getProperty("expected")));
    }

    private static List<Failure> failures() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Everything.class))
                                .build(),
                        listener);
        return listener.getSummary().getFailures();
    }

    @WithMailServer(accounts = "alice@example.org:secret")
    @WithWebServer
    static class Everything {

        @Test
        void opensAPage(WebServer web) {
            web.serve("/", Response.html("<h1>Hello</h1>"));

            assertThat(Page.open(web.uri("/"))).text("h1").isEqualTo("Hello");
        }

        @Test
        void readsMail(MailServer mail, Mailbox inbox) throws Exception {
            inbox.deliver(
                    InboundMail.from("shop@example.org").subject("Welcome").text("Hello"));

            Store store = Session.getInstance(new Properties()).getStore("imap");
            store.connect(mail.imap().host(), mail.imap().port(), "alice@example.org", "secret");
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            assertThat(folder.getMessage(1).getContent().toString()).contains("Hello");
            store.close();
        }
    }
}
