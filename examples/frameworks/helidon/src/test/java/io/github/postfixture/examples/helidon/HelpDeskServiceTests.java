package io.github.postfixture.examples.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithMailServer
@WithWebServer
class HelpDeskServiceTests {

    private io.helidon.webserver.WebServer helpDesk;

    @BeforeEach
    void start(MailServer mail, WebServer web) {
        Config config = Config.just(
                ConfigSources.create(Map.of(
                        "smtp.host", mail.smtp().host(),
                        "smtp.port", String.valueOf(mail.smtp().port()),
                        "shifts.url", web.uri("/now").toString())),
                ConfigSources.classpath("application.properties"));
        helpDesk = HelpDeskService.with(config).start().await(Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        helpDesk.shutdown().await(Duration.ofMinutes(1));
    }

    @Test
    void tellsWhoIsOnDuty(MailServer mail, WebServer web) throws Exception {
        web.serve("/now", Response.text("alice@example.org"));

        assertThat(report("The printer is on fire.")).isEqualTo(204);

        assertThat(mail.awaitMail()).hasRecipients("alice@example.org").isFrom("help@desk.example");
    }

    @Test
    void tellsNobodyElse(MailServer mail, WebServer web) throws Exception {
        web.serve("/now", Response.text("bob@example.org"));

        assertThat(report("The fire is out.")).isEqualTo(204);

        assertThat(mail.awaitMail()).hasRecipients("bob@example.org").hasSubject("New problem");
        assertThat(mail.receivedMails()).hasSize(1);
    }

    private int report(String problem) throws IOException, InterruptedException {
        URI problems = URI.create("http://localhost:" + helpDesk.port() + "/problems");
        HttpRequest request = HttpRequest.newBuilder(problems)
                .POST(BodyPublishers.ofString(problem))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
}
