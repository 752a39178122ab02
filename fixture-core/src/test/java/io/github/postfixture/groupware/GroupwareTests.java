package io.github.postfixture.groupware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Postfixture;
import io.github.postfixture.account.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class GroupwareTests {

    private static final String ADA = "ada@example.org";
    private static final String EVENT = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:-//Example//EN\r
            BEGIN:VEVENT\r
            UID:1@example.org\r
            DTSTAMP:20261201T080000Z\r
            DTSTART:20261207T100000Z\r
            SUMMARY:Review\r
            END:VEVENT\r
            END:VCALENDAR\r
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void keepsWhatAClientPuts() throws Exception {
        try (Postfixture host = hostOfAda()) {
            URI event = host.groupware().calDav().uri("calendars/ada@example.org/calendar/1.ics");

            assertThat(send("PUT", event, EVENT).statusCode()).isEqualTo(201);
            assertThat(send("GET", event, "").body()).isEqualTo(EVENT);
        }
    }

    @Test
    void isFoundByWhoKnowsTheServerAlone() throws Exception {
        try (Postfixture host = hostOfAda()) {
            DavEndpoint cardDav = host.groupware().cardDav();
            URI wellKnown = cardDav.endpoint().uri("/.well-known/carddav");

            HttpResponse<String> answer = send("PROPFIND", wellKnown, "");

            assertThat(answer.statusCode()).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location"))
                    .map(location -> wellKnown.resolve(location))
                    .contains(cardDav.uri());
        }
    }

    @Test
    void knowsTheAccountsOfTheMailServer() throws Exception {
        try (Postfixture host = hostOfAda()) {
            host.mail().addAccount("bob@example.org", "secret");

            assertThat(host.groupware().accounts()).containsExactly(ADA, "bob@example.org");
            assertThat(host.mail().accounts()).containsExactly(ADA, "bob@example.org");
        }
    }

    @Test
    void letsEverybodyLogInWhereThereAreNoAccounts() throws Exception {
        try (Postfixture host = Postfixture.start()) {
            URI home = host.groupware().calDav().uri("calendars/ada@example.org/");

            assertThat(send("PROPFIND", home, "").statusCode()).isEqualTo(207);
        }
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        try (Postfixture host = Postfixture.builder()
                .groupware(Groupware.builder().account(Account.of(ADA, "other")))
                .start()) {
            assertThat(send("PROPFIND", host.groupware().calDav().uri(), "").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void forgetsWhatWasPutWhenItBeginsAnew() throws Exception {
        try (Postfixture host = hostOfAda()) {
            URI event = host.groupware().calDav().uri("calendars/ada@example.org/calendar/1.ics");
            send("PUT", event, EVENT);

            host.reset();

            assertThat(send("GET", event, "").statusCode()).isEqualTo(404);
            assertThat(send("PUT", event, EVENT).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void startsNoWebServerBeforeSomebodyAsksWhereItIs() {
        try (Postfixture host = hostOfAda()) {
            assertThat(host.groupware().accounts()).hasSize(1);
            assertThat(host.endpoints()).isEmpty();

            assertThat(host.groupware().calDav().endpoint())
                    .isEqualTo(host.web().http());
            assertThat(host.groupware().cardDavs().endpoint())
                    .isEqualTo(host.web().https());
        }
    }

    private static Postfixture hostOfAda() {
        return Postfixture.builder()
                .groupware(Groupware.builder().account(ADA, "secret"))
                .start();
    }

    private HttpResponse<String> send(String method, URI uri, String content) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((ADA + ":secret").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, content.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(content))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "text/calendar")
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
