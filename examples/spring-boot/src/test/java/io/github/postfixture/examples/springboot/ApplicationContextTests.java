package io.github.postfixture.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** What the servers do to an application: they reach its settings, and nothing else. */
class ApplicationContextTests {

    private static int beans;

    @Nested
    @SpringBootTest(properties = {"spring.mail.host=localhost", "payment.url=http://localhost"})
    class Without {

        @Test
        void hasItsBeans(@Autowired ApplicationContext context) {
            sameBeans(context);
        }
    }

    @Nested
    @SpringBootTest
    @WithMailServer(accounts = "orders@tea-shop.example:secret")
    @WithWebServer(properties = "payment.url=${postfixture.web.https}/charges")
    class With {

        @Autowired
        private Environment settings;

        @Autowired
        private Orders orders;

        @Test
        void hasNoOtherBeans(@Autowired ApplicationContext context) {
            sameBeans(context);
        }

        @Test
        void hasTheAddressOfEveryServer(MailServer mail) {
            assertThat(settings.getProperty("spring.mail.port"))
                    .isEqualTo(String.valueOf(mail.smtp().port()));
            assertThat(settings.getProperty("postfixture.mail.imap"))
                    .isEqualTo(mail.imap().toString());
            assertThat(settings.getProperty("payment.url")).startsWith("https://localhost:");
        }

        @Test
        void logsInToTheAccount(MailServer mail) {
            orders.remind("alice@example.org", "Assam");

            mail.awaitMail();
            assertThat(mail.attempts()).encryptedBeforeAuth().wereAuthenticatedAs("orders@tea-shop.example");
        }
    }

    /** Whichever comes first says how many there are. */
    private static synchronized void sameBeans(ApplicationContext context) {
        int count = context.getBeanDefinitionCount();
        assertThat(count).isEqualTo(beans == 0 ? count : beans);
        beans = count;
    }
}
