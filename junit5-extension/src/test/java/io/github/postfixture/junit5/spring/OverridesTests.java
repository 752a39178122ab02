package io.github.postfixture.junit5.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class OverridesTests {

    @Test
    void nameWhatTheApplicationHasAndKeepItsSecrets() {
        MockEnvironment application = new MockEnvironment()
                .withProperty("spring.mail.host", "smtp.example.org")
                .withProperty("spring.mail.username", "${MAIL_USER}")
                .withProperty("spring.mail.password", "secret")
                .withProperty("spring.mail.default-encoding", "UTF-8");

        assertThat(Overrides.named(
                        application,
                        List.of(
                                "spring.mail.username",
                                "spring.mail.port",
                                "spring.mail.password",
                                "spring.mail.host")))
                .containsExactly(
                        "spring.mail.host (was smtp.example.org)",
                        "spring.mail.password",
                        "spring.mail.username (was a placeholder)");
    }
}
