package io.github.postfixture.examples.micronaut;

import io.micronaut.context.annotation.Property;
import io.micronaut.email.Email;
import io.micronaut.email.EmailSender;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Takes the problems of customers. */
@Singleton
public class HelpDesk {

    private final HttpClient http = HttpClient.newHttpClient();
    private final EmailSender<?, ?> mailer;
    private final URI shifts;

    HelpDesk(EmailSender<?, ?> mailer, @Property(name = "shifts.url") URI shifts) {
        this.mailer = mailer;
        this.shifts = shifts;
    }

    /** Tell whoever is on duty. */
    public void report(String problem) throws IOException, InterruptedException {
        String onDuty = http.send(HttpRequest.newBuilder(shifts).build(), BodyHandlers.ofString())
                .body();
        mailer.send(Email.builder().to(onDuty).subject("New problem").body(problem));
    }
}
