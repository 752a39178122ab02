package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the guides to lifetimes and debugging show is what runs here, line breaks aside. */
class LifecycleGuideTests {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void isWhatTheGuidesShow() throws IOException {
        Path source = Path.of("src/test/java/io/github/postfixture/junit5/LifecycleGuideTests.java");
        for (String guide : List.of("lifecycle", "debugging")) {
            String text = Files.readString(Path.of("../docs/" + guide + ".md"));
            assertThat(JAVA.matcher(text).results().map(match -> withoutSpace(match.group(1))))
                    .isNotEmpty()
                    .allSatisfy(sample ->
                            assertThat(withoutSpace(Files.readString(source))).contains(sample));
        }
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }

    @Nested
    @WithMailServer(scope = Scope.CLASS, accounts = "alice@example.org:secret")
    class NewsletterTests {

        @BeforeAll
        static void sendOnce(MailServer mail) {
            Mails.send(mail, "alice@example.org", "News");
        }

        @Test
        void reachesTheReader(Mailbox inbox) {
            assertThat(inbox.receivedMails()).hasSize(1);
        }
    }

    @Nested
    @WithMailServer(name = "shop")
    @WithMailServer(name = "billing")
    class OrderTests {

        @Server("shop")
        private MailServer shop;

        @Test
        void sendsTheInvoiceElsewhere(@Server("billing") MailServer billing) {
            Mails.send(billing, "alice@example.org", "Invoice");

            assertThat(billing.awaitMail()).hasSubject("Invoice");
            assertThat(shop.receivedMails()).isEmpty();
        }
    }

    @Nested
    class SettingsTests {

        @RegisterExtension
        static final MailServerExtension MAIL = MailServerExtension.with(
                        MailServer.builder().account("alice@example.org", "secret"))
                .scope(Scope.CLASS);

        @Test
        void knowsTheAccount(MailServer mail) {
            assertThat(mail.accounts()).containsExactly("alice@example.org");
        }
    }

    @Nested
    @WithMailServer(ports = Scope.JVM)
    class ApplicationTests {

        @Test
        void startsEmpty(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");

            assertThat(mail.receivedMails()).hasSize(1);
        }
    }

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @WithMailServer(accounts = "team@example.org:secret")
    @WithWebServer
    @interface TeamServers {}

    @Nested
    @TeamServers
    class TeamTests {

        @Test
        void haveTheAccount(MailServer mail) {
            assertThat(mail.accounts()).containsExactly("team@example.org");
        }
    }

    @Nested
    @WithMailServer(strict = true)
    class StrictTests {

        @Test
        void looksAtEverything(MailServer mail) {
            Mails.send(mail, "alice@example.org", "Welcome");

            assertThat(mail.awaitMail()).hasSubject("Welcome");
        }
    }
}
