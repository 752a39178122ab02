package io.github.postfixture.groupware.dav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ObjectRulesTests {

    private static final String CALENDAR = "/calendars/ada@example.org/calendar/";
    private static final String TASKS = "/calendars/ada@example.org/tasks/";
    private static final String CONTACTS = "/addressbooks/ada@example.org/contacts/";

    private DavServer dav;

    @BeforeEach
    void start() {
        dav = DavServer.start();
    }

    @AfterEach
    void close() {
        dav.close();
    }

    static Stream<Arguments> wrongObjects() {
        String event = DavServer.event("1");
        return Stream.of(
                Arguments.of("C:valid-calendar-data", ""),
                Arguments.of("C:valid-calendar-data", "hello"),
                Arguments.of("C:valid-calendar-data", event + event),
                Arguments.of("C:valid-calendar-data", event.replace("END:VEVENT\r\n", "")),
                Arguments.of("C:valid-calendar-data", event.replace("UID:", "UID ")),
                Arguments.of("C:valid-calendar-data", event.replace("2.0", "1.0")),
                Arguments.of("C:valid-calendar-data", DavServer.card("1")),
                Arguments.of("C:valid-calendar-object-resource", event.replace("PRODID", "METHOD:REQUEST\r\nPRODID")),
                Arguments.of("C:valid-calendar-object-resource", event.replace("UID:1\r\n", "")),
                Arguments.of(
                        "C:valid-calendar-object-resource",
                        event.replace("END:VCALENDAR", inner("2") + "END:VCALENDAR")),
                Arguments.of(
                        "C:valid-calendar-object-resource",
                        event.replace("END:VCALENDAR", inner("1") + "END:VCALENDAR")),
                Arguments.of("C:valid-calendar-object-resource", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
                Arguments.of("C:supported-calendar-component", DavServer.object("VTODO", "1")),
                Arguments.of("C:supported-calendar-component", DavServer.object("X-OWN", "1")));
    }

    private static String inner(String uid) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nEND:VEVENT\r\n";
    }

    @ParameterizedTest
    @MethodSource("wrongObjects")
    void refusesWhatCannotBeInACalendar(String condition, String content) {
        HttpResponse<String> answer = dav.ask("PUT", CALENDAR + "1.ics", content, "Content-Type", "text/calendar");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<" + condition + "/>");
        assertThat(dav.ask("GET", CALENDAR + "1.ics", "").statusCode()).isEqualTo(404);
    }

    static Stream<Arguments> wrongCards() {
        return Stream.of(
                Arguments.of("CR:valid-address-data", "hello"),
                Arguments.of("CR:valid-address-data", DavServer.event("1")),
                Arguments.of("CR:valid-address-data", DavServer.card("1").replace("UID:1\r\n", "")),
                Arguments.of("CR:supported-address-data", DavServer.card("1").replace("3.0", "2.1")));
    }

    @ParameterizedTest
    @MethodSource("wrongCards")
    void refusesWhatCannotBeInAnAddressBook(String condition, String content) {
        HttpResponse<String> answer = dav.ask("PUT", CONTACTS + "1.vcf", content, "Content-Type", "text/vcard");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<" + condition + "/>");
    }

    @Test
    void refusesAnotherMediaType() {
        assertThat(dav.ask("PUT", CALENDAR + "1", DavServer.event("1"), "Content-Type", "text/html")
                        .body())
                .contains("<C:supported-calendar-data/>");
        assertThat(dav.ask("PUT", CONTACTS + "1", DavServer.card("1"), "Content-Type", "image/png")
                        .body())
                .contains("<CR:supported-address-data/>");
    }

    @Test
    void takesLinesThatEndWithLfAlone() {
        String content = DavServer.object("VTODO", "1", "SUMMARY:a").replace("\r", "");

        assertThat(dav.ask("PUT", TASKS + "1", content).statusCode()).isEqualTo(201);
        assertThat(dav.ask("GET", TASKS + "1", "").body()).isEqualTo(content);
    }

    @Test
    void refusesAUidThatIsThereAlready() {
        dav.ask("PUT", CALENDAR + "1", DavServer.event("1"));

        HttpResponse<String> answer = dav.ask("PUT", CALENDAR + "2", DavServer.event("1"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("<C:no-uid-conflict><D:href>/dav/calendars/ada@example.org/calendar/1</D:href>");
        assertThat(dav.ask("PUT", CALENDAR + "1", DavServer.event("2")).body()).contains("<C:no-uid-conflict>");
        assertThat(dav.ask("PUT", CALENDAR + "1", DavServer.event("1")).statusCode())
                .isEqualTo(204);
    }

    @Test
    void letsAnObjectMoveWithItsUid() {
        dav.ask("PUT", CALENDAR + "1", DavServer.event("1"));
        String to = dav.uri(CALENDAR + "2");

        assertThat(dav.ask("COPY", CALENDAR + "1", "", "Destination", to).body())
                .contains("<C:no-uid-conflict>");
        assertThat(dav.ask("MOVE", CALENDAR + "1", "", "Destination", to).statusCode())
                .isEqualTo(201);
        assertThat(dav.ask("PUT", CALENDAR + "3", DavServer.event("1")).body()).contains("/calendar/2<");
        dav.ask("DELETE", CALENDAR + "2", "");
        assertThat(dav.ask("PUT", CALENDAR + "3", DavServer.event("1")).statusCode())
                .isEqualTo(201);
    }
}
