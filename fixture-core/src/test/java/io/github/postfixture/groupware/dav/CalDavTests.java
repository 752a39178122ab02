package io.github.postfixture.groupware.dav;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.groupware.store.Access;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CalDavTests {

    private static final String CALENDAR = "/calendars/ada@example.org/calendar/";
    private static final String TASKS = "/calendars/ada@example.org/tasks/";
    private static final String DAILY = DavServer.event(
                    "daily",
                    "DTSTART;TZID=Europe/Berlin:20261201T090000",
                    "DURATION:PT1H",
                    "RRULE:FREQ=DAILY",
                    "SUMMARY:Stand-up")
            .replace(
                    "END:VCALENDAR",
                    "BEGIN:VEVENT\r\nUID:daily\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261203T090000\r\n"
                            + "DTSTART;TZID=Europe/Berlin:20261203T150000\r\nDURATION:PT1H\r\nSUMMARY:Moved\r\nEND:VEVENT\r\n"
                            + "END:VCALENDAR");
    private static final String ONCE = DavServer.event(
            "once",
            "DTSTART:20261202T100000Z",
            "DTEND:20261202T110000Z",
            "SUMMARY:Review \u00c4",
            "STATUS:TENTATIVE",
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.org",
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nEND:VALARM");
    private static final String DAY = DavServer.event("day", "DTSTART;VALUE=DATE:20261210", "TRANSP:TRANSPARENT");

    private DavServer dav;

    @BeforeEach
    void start() {
        dav = DavServer.start();
        dav.ask("PUT", CALENDAR + "daily", DAILY);
        dav.ask("PUT", CALENDAR + "once", ONCE);
        dav.ask("PUT", CALENDAR + "day", DAY);
    }

    @AfterEach
    void close() {
        dav.close();
    }

    private HttpResponse<String> report(String path, String name, String more) {
        return dav.ask("REPORT", path, body(name, more), "Depth", "1");
    }

    private static String body(String name, String more) {
        return "<C:" + name + " xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'>" + more + "</C:" + name + ">";
    }

    private String query(String prop, String filter) {
        return report(
                        CALENDAR,
                        "calendar-query",
                        "<D:prop>" + prop + "</D:prop><C:filter><C:comp-filter name='VCALENDAR'>" + filter
                                + "</C:comp-filter></C:filter>")
                .body();
    }

    private static String names(String body) {
        return Pattern.compile("<D:href>/dav/calendars/[^<]*/(\\w+)</D:href>")
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<C:comp-filter name='VEVENT'/> | daily,day,once",
                "<C:comp-filter name='VTODO'/> | \"\"",
                "<C:comp-filter name='VTODO'><C:is-not-defined/></C:comp-filter> | daily,day,once",
                "<C:comp-filter name='VEVENT'><C:prop-filter name='SUMMARY'><C:text-match>review</C:text-match></C:prop-filter></C:comp-filter> | once",
                "<C:comp-filter name='VEVENT'><C:prop-filter name='SUMMARY'><C:text-match collation='i;octet'>review</C:text-match></C:prop-filter></C:comp-filter> | \"\"",
                "<C:comp-filter name='VEVENT'><C:prop-filter name='SUMMARY'><C:text-match>\u00e4</C:text-match></C:prop-filter></C:comp-filter> | \"\"",
                "<C:comp-filter name='VEVENT'><C:prop-filter name='SUMMARY'><C:text-match collation='i;unicode-casemap'>\u00e4</C:text-match></C:prop-filter></C:comp-filter> | once",
                "<C:comp-filter name='VEVENT'><C:prop-filter name='SUMMARY'><C:is-not-defined/></C:prop-filter></C:comp-filter> | day",
                "<C:comp-filter name='VEVENT'><C:prop-filter name='UID'><C:text-match collation='i;octet'>day</C:text-match></C:prop-filter></C:comp-filter> | day",
                "<C:comp-filter name='VEVENT'><C:prop-filter name='ATTENDEE'><C:text-match>bob</C:text-match><C:param-filter name='PARTSTAT'><C:text-match>accepted</C:text-match></C:param-filter></C:prop-filter></C:comp-filter> | once",
                "<C:comp-filter name='VEVENT'><C:prop-filter name='ATTENDEE'><C:param-filter name='PARTSTAT'><C:is-not-defined/></C:param-filter></C:prop-filter></C:comp-filter> | \"\"",
                "<C:comp-filter name='VEVENT'><C:prop-filter name='DTSTART'><C:time-range start='20261202T000000Z' end='20261203T000000Z'/></C:prop-filter></C:comp-filter> | once",
                "<C:comp-filter name='VEVENT'><C:time-range start='20261202T100000Z' end='20261202T103000Z'/></C:comp-filter> | once",
                "<C:comp-filter name='VEVENT'><C:time-range start='20261202T080000Z' end='20261202T083000Z'/></C:comp-filter> | daily",
                "<C:comp-filter name='VEVENT'><C:time-range start='20261203T080000Z' end='20261203T083000Z'/></C:comp-filter> | \"\"",
                "<C:comp-filter name='VEVENT'><C:time-range start='20261203T140000Z' end='20261203T143000Z'/></C:comp-filter> | daily",
                "<C:comp-filter name='VEVENT'><C:time-range start='20261210T200000Z' end='20261210T203000Z'/></C:comp-filter> | day",
                "<C:comp-filter name='VEVENT'><C:time-range end='20261201T000000Z'/></C:comp-filter> | \"\"",
                "<C:comp-filter name='VEVENT'><C:time-range start='20270101T000000Z'/></C:comp-filter> | daily",
                "<C:comp-filter name='VEVENT'><C:comp-filter name='VALARM'><C:time-range start='20261202T093000Z' end='20261202T093100Z'/></C:comp-filter></C:comp-filter> | once",
                "<C:comp-filter name='VEVENT'><C:comp-filter name='VALARM'><C:time-range start='20261202T100000Z' end='20261202T100100Z'/></C:comp-filter></C:comp-filter> | \"\"",
                "<C:comp-filter name='VEVENT'><C:comp-filter name='VALARM'><C:is-not-defined/></C:comp-filter></C:comp-filter> | daily,day"
            })
    void findsEventsByFilter(String filter, String found) {
        assertThat(names(query("<D:getetag/>", filter))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<C:filter/>",
                "<C:filter><C:comp-filter name='VEVENT'/></C:filter>",
                "<C:filter><C:comp-filter/></C:filter>",
                "<C:filter><C:comp-filter name='VCALENDAR'><C:comp-filter/></C:comp-filter></C:filter>",
                "<C:filter><C:comp-filter name='VCALENDAR'><C:time-range/></C:comp-filter></C:filter>",
                "<C:filter><C:comp-filter name='VCALENDAR'><C:time-range start='x'/></C:comp-filter></C:filter>",
                "<C:filter><C:comp-filter name='VCALENDAR'><C:time-range start='20261202T000000'/></C:comp-filter></C:filter>",
                "<C:filter><C:comp-filter name='VCALENDAR'><C:time-range start='20261202T000000Z' end='20261201T000000Z'/></C:comp-filter></C:filter>"
            })
    void refusesAFilterThatIsNone(String filter) {
        HttpResponse<String> answer = report(CALENDAR, "calendar-query", "<D:prop><D:getetag/></D:prop>" + filter);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<C:valid-filter/>");
    }

    @Test
    void returnsTheEventsThatAreNamedToTheByte() {
        String more = "<D:prop><D:getetag/><C:calendar-data/></D:prop><D:href>/dav" + CALENDAR + "once</D:href>"
                + "<D:href>http://localhost/elsewhere</D:href>";

        String body = report(CALENDAR, "calendar-multiget", more).body();

        assertThat(body)
                .contains("<C:calendar-data>" + ONCE.replace("\r", "&#13;") + "</C:calendar-data>")
                .contains("elsewhere</D:href><D:status>HTTP/1.1 404");
    }

    @Test
    void returnsThePartsThatAreNamed() {
        String data = "<C:calendar-data><C:comp name='VCALENDAR'><C:prop name='VERSION'/><C:comp name='VEVENT'>"
                + "<C:prop name='UID'/><C:prop name='SUMMARY' novalue='yes'/></C:comp></C:comp></C:calendar-data>";

        String body = query(data, "<C:comp-filter name='VEVENT'><C:prop-filter name='ATTENDEE'/></C:comp-filter>");

        assertThat(body.replace("&#13;", ""))
                .contains(
                        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:once\nSUMMARY:\nEND:VEVENT\nEND:VCALENDAR\n");
    }

    @Test
    void putsInstancesInThePlaceOfWhatRecurs() {
        String range = "start='20261202T000000Z' end='20261204T000000Z'";
        String filter = "<C:comp-filter name='VEVENT'><C:time-range " + range + "/></C:comp-filter>";

        String body = query("<C:calendar-data><C:expand " + range + "/></C:calendar-data>", filter);

        assertThat(body)
                .contains("RECURRENCE-ID:20261202T080000Z", "DTSTART:20261202T080000Z")
                .contains("RECURRENCE-ID:20261203T080000Z", "DTSTART:20261203T140000Z", "SUMMARY:Moved")
                .doesNotContain("RRULE", "TZID", "20261204T");
    }

    @Test
    void leavesOutInstancesThatAreNotAskedFor() {
        String data = "<C:calendar-data><C:limit-recurrence-set start='%s' end='%s'/></C:calendar-data>";
        String filter = "<C:comp-filter name='VEVENT'><C:prop-filter name='RRULE'/></C:comp-filter>";

        assertThat(query(String.format(data, "20261201T000000Z", "20261203T000000Z"), filter))
                .doesNotContain("Moved");
        assertThat(query(String.format(data, "20261203T000000Z", "20261204T000000Z"), filter))
                .contains("Moved");
    }

    @Test
    void tellsWhenSomebodyIsBusy() {
        dav.store().share(DavServer.ada().calendar(), DavServer.BOB, Access.FREE_BUSY);
        String query = body("free-busy-query", "<C:time-range start='20261202T000000Z' end='20261203T000000Z'/>");

        HttpResponse<String> answer = dav.askAsBob("REPORT", CALENDAR, query, "Depth", "1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(answer.body())
                .contains("FREEBUSY;FBTYPE=BUSY:20261202T080000Z/20261202T090000Z")
                .contains("FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261202T100000Z/20261202T110000Z")
                .doesNotContain("SUMMARY");
        assertThat(dav.askAsBob("GET", CALENDAR + "once", "").statusCode()).isEqualTo(403);
    }

    @Test
    void findsOpenTasks() {
        dav.ask("PUT", TASKS + "open", DavServer.object("VTODO", "1", "SUMMARY:Buy"));
        dav.ask(
                "PUT",
                TASKS + "done",
                DavServer.object("VTODO", "2", "STATUS:COMPLETED", "COMPLETED:20261201T100000Z"));
        String filter =
                "<C:filter><C:comp-filter name='VCALENDAR'><C:comp-filter name='VTODO'><C:prop-filter name='COMPLETED'>"
                        + "<C:is-not-defined/></C:prop-filter></C:comp-filter></C:comp-filter></C:filter>";

        String body = report(TASKS, "calendar-query", "<D:prop><D:getetag/></D:prop>" + filter)
                .body();

        assertThat(names(body)).isEqualTo("open");
    }

    @Test
    void takesFloatingTimesInTheZoneOfTheQuery() {
        dav.ask("PUT", CALENDAR + "floating", DavServer.event("f", "DTSTART:20261220T120000", "DTEND:20261220T130000"));
        String more =
                "<D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name='VCALENDAR'><C:comp-filter name='VEVENT'>"
                        + "<C:time-range start='20261220T170000Z' end='20261220T173000Z'/></C:comp-filter></C:comp-filter></C:filter>";

        assertThat(names(report(CALENDAR, "calendar-query", more).body())).isEmpty();
        assertThat(names(report(CALENDAR, "calendar-query", more + "<C:timezone-id>America/New_York</C:timezone-id>")
                        .body()))
                .isEqualTo("floating");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "RRULE:FREQ=SECONDLY;COUNT=999999999"
            })
    void staysCalmAtRulesWithoutAnEnd(String rule) {
        dav.ask("PUT", CALENDAR + "endless", DavServer.event("e", "DTSTART:20000101T000000Z", "DURATION:PT1S", rule));

        String range = "start='20261220T000000Z' end='20261221T000000Z'";
        String filter = "<C:comp-filter name='VEVENT'><C:time-range " + range + "/></C:comp-filter>";
        HttpResponse<String> answer = report(
                CALENDAR,
                "calendar-query",
                "<D:prop><C:calendar-data><C:expand " + range + "/></C:calendar-data></D:prop><C:filter>"
                        + "<C:comp-filter name='VCALENDAR'>" + filter + "</C:comp-filter></C:filter>");

        assertThat(answer.statusCode()).isEqualTo(207);
    }
}
