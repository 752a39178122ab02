package com.example.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Postfixture;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.mail.MailServer;
import org.junit.jupiter.api.Test;

class RehearsalTests {

    @Test
    void runsOnTheModulePath() {
        assertThat(Postfixture.class.getModule().getName()).isEqualTo("io.github.postfixture");
        assertThat(Rehearsal.class.getModule().getName()).isEqualTo("com.example.app");
        assertThat(Rehearsal.title()).isEqualTo("Hello");
    }

    @Test
    @WithMailServer
    void takesParameters(MailServer mail) {
        mail.smtp();

        assertThat(mail.receivedMails()).isEmpty();
    }
}
