package io.github.postfixture.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.junit5.MailServerExtension;
import io.github.postfixture.junit5.Scope;
import io.github.postfixture.mail.MailServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One server for all tests of a class. */
@SpringBootTest(
        properties = {
            "spring.mail.properties.mail.smtp.auth=false",
            "spring.mail.properties.mail.smtp.starttls.enable=false",
            "spring.mail.properties.mail.smtp.starttls.required=false"
        })
class OneServerTests {

    @RegisterExtension
    static final MailServerExtension SERVER =
            MailServerExtension.with(MailServer.builder()).scope(Scope.CLASS);

    private static Endpoint smtp;

    @BeforeAll
    static void start(MailServer mail) {
        smtp = mail.smtp();
    }

    @DynamicPropertySource
    static void tellTheAddress(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> smtp.host());
        registry.add("spring.mail.port", () -> smtp.port());
    }

    @Autowired
    private Orders orders;

    @RepeatedTest(2)
    void keepsTheMailOfTheTestBefore(MailServer mail, RepetitionInfo repetition) {
        orders.remind("alice@example.org", "Assam");

        mail.awaitMail();
        assertThat(mail.receivedMails()).hasSize(repetition.getCurrentRepetition());
    }
}
