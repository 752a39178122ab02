package io.github.postfixture.examples.quarkus;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the problems of customers. */
@ApplicationScoped
public class HelpDesk {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Mailer mailer;
    private final URI shifts;

    HelpDesk(Mailer mailer, @ConfigProperty(name = "shifts.url") URI shifts) {
        this.mailer = mailer;
        this.shifts = shifts;
    }

    /** Tell whoever is on duty. */
    public void report(String problem) throws IOException, InterruptedException {
        String onDuty = http.send(HttpRequest.newBuilder(shifts).build(), BodyHandlers.ofString())
                .body();
        mailer.send(Mail.withText(onDuty, "New problem", problem));
    }
}
