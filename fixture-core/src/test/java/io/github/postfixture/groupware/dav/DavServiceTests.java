package io.github.postfixture.groupware.dav;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.groupware.store.StoreChange;
import io.github.postfixture.octets.Octets;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DavServiceTests {

    private static final String FILES = "/files/ada@example.org/";
    private static final String CALENDAR = "/calendars/ada@example.org/calendar/";

    private DavServer dav;

    @BeforeEach
    void start() {
        dav = DavServer.start();
    }

    @AfterEach
    void close() {
        dav.close();
    }

    private String propfind(String path, String depth, String... properties) {
        return dav.ask("PROPFIND", path, wanted(properties), "Depth", depth).body();
    }

    private static String wanted(String... properties) {
        return "<D:propfind xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav' xmlns:CR='urn:ietf:params:xml:ns:carddav'"
                + " xmlns:CS='http://calendarserver.org/ns/'><D:prop><" + String.join("/><", properties)
                + "/></D:prop></D:propfind>";
    }

    private static String found(HttpResponse<String> response, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(response.body());
        assertThat(matcher.find()).as(response.body()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> sync(String path, String token, String more) {
        return dav.ask(
                "REPORT",
                path,
                "<D:sync-collection xmlns:D='DAV:'><D:sync-token>" + token
                        + "</D:sync-token><D:sync-level>1</D:sync-level>" + more
                        + "<D:prop><D:getetag/></D:prop></D:sync-collection>");
    }

    private static String token(HttpResponse<String> response) {
        return found(response, "<D:sync-token>([^<]*)<");
    }

    @Test
    void tellsWhatThereIsBeforeAnybodyLogsIn() {
        HttpResponse<String> answer = DavServer.askAnonymously("OPTIONS", dav.uri("/"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("DAV")).hasValue(DavService.CLASSES);
        assertThat(answer.headers().firstValue("Allow")).hasValue(String.join(", ", DavMethods.names()));
    }

    @Test
    void asksForALoginByNameOrToken() {
        HttpResponse<String> answer = DavServer.askAnonymously("PROPFIND", dav.uri("/"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Postfixture\", charset=\"UTF-8\"", "Bearer realm=\"Postfixture\"");
    }

    @ParameterizedTest
    @CsvSource({"Bearer token, 207", "bearer token, 207", "Bearer other, 401", "Basic x, 401", "Basic YQ==, 401"})
    void letsInWhoHasAToken(String credentials, int status) {
        HttpResponse<String> answer =
                DavServer.askAnonymously("PROPFIND", dav.uri("/"), "Authorization", credentials, "Depth", "0");

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void saysThatATokenHasExpired() {
        HttpResponse<String> answer =
                DavServer.askAnonymously("PROPFIND", dav.uri("/"), "Authorization", "Bearer old", "Depth", "0");

        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .contains("Bearer realm=\"Postfixture\", error=\"invalid_token\","
                        + " error_description=\"The token has expired\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caldav", "carddav"})
    void leadsFromTheWellKnownPathToTheRoot(String name) {
        HttpResponse<String> answer =
                DavServer.askAnonymously("PROPFIND", dav.web().http().uri() + "/.well-known/" + name);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue("/dav/");
    }

    @Test
    void leadsFromAnyResourceToThePrincipal() {
        assertThat(propfind("/", "0", "D:current-user-principal"))
                .contains("<D:current-user-principal><D:href>/dav/principals/ada@example.org/</D:href>");
    }

    @Test
    void leadsFromThePrincipalToWhatBelongsToIt() {
        String answer = propfind(
                "/principals/ada@example.org/",
                "0",
                "C:calendar-home-set",
                "CR:addressbook-home-set",
                "C:calendar-user-address-set",
                "C:schedule-inbox-URL",
                "C:schedule-outbox-URL",
                "D:principal-URL",
                "D:displayname");

        assertThat(answer)
                .contains("<C:calendar-home-set><D:href>/dav/calendars/ada@example.org/</D:href>")
                .contains("<CR:addressbook-home-set><D:href>/dav/addressbooks/ada@example.org/</D:href>")
                .contains("<D:href preferred=\"1\">mailto:ada@example.org</D:href>")
                .contains("<C:schedule-inbox-URL><D:href>/dav/calendars/ada@example.org/inbox/</D:href>")
                .contains("<C:schedule-outbox-URL><D:href>/dav/calendars/ada@example.org/outbox/</D:href>")
                .contains("<D:principal-URL><D:href>/dav/principals/ada@example.org/</D:href>")
                .contains("<D:displayname>Ada Lovelace</D:displayname>")
                .doesNotContain("404");
    }

    @Test
    void tellsWhatACalendarIs() {
        String answer = propfind(
                CALENDAR,
                "0",
                "D:resourcetype",
                "C:supported-calendar-component-set",
                "D:supported-report-set",
                "D:current-user-privilege-set",
                "D:owner",
                "CS:getctag",
                "D:nothing");

        assertThat(answer)
                .contains("<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>")
                .contains("<C:comp name=\"VEVENT\"/><C:comp name=\"VJOURNAL\"/>")
                .contains("<D:supported-report><D:report><D:sync-collection/></D:report></D:supported-report>")
                .contains("<D:privilege><D:write/></D:privilege>")
                .contains("<D:owner><D:href>/dav/principals/ada@example.org/</D:href></D:owner>")
                .contains("<CS:getctag>urn:postfixture:sync:")
                .contains("<D:prop><D:nothing/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status>");
    }

    @Test
    void findsPeopleByTheirNames() {
        String query =
                "<D:principal-property-search xmlns:D='DAV:'><D:property-search><D:prop><D:displayname/></D:prop>"
                        + "<D:match>lovel</D:match></D:property-search><D:prop><D:displayname/></D:prop>"
                        + "</D:principal-property-search>";

        String answer = dav.ask("REPORT", "/principals/", query).body();

        assertThat(answer).contains("/dav/principals/ada@example.org/").doesNotContain("bob");
    }

    @Test
    void keepsBytesAsTheyWerePut() {
        String content = "BEGIN:VCALENDAR\n\tnot\r\nquite\u0001";

        HttpResponse<String> put = dav.ask("PUT", FILES + "a%20%25%2Fb", content, "Content-Type", "text/x-own");
        HttpResponse<String> get = dav.ask("GET", FILES + "a%20%25%2Fb", "");

        assertThat(put.statusCode()).isEqualTo(201);
        assertThat(get.body()).isEqualTo(content);
        assertThat(get.headers().firstValue("ETag")).isEqualTo(put.headers().firstValue("ETag"));
        assertThat(get.headers().firstValue("Content-Type")).hasValue("text/x-own");
        assertThat(propfind(FILES, "1", "D:getetag"))
                .contains("<D:href>/dav/files/ada@example.org/a%20%25%2Fb</D:href>");
    }

    @Test
    void refusesAnUpdateOfAnotherState() {
        String first =
                dav.ask("PUT", FILES + "a", "1").headers().firstValue("ETag").orElseThrow();
        String second = dav.ask("PUT", FILES + "a", "2", "If-Match", first)
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(dav.ask("PUT", FILES + "a", "3", "If-Match", first).statusCode())
                .isEqualTo(412);
        assertThat(dav.ask("PUT", FILES + "a", "3", "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(dav.ask("DELETE", FILES + "a", "", "If-Match", first).statusCode())
                .isEqualTo(412);
        assertThat(dav.ask("PUT", FILES + "b", "3", "If-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(dav.ask("PUT", FILES + "a", "3", "If", "([" + first + "])").statusCode())
                .isEqualTo(412);
        assertThat(dav.ask("PUT", FILES + "a", "3", "If", "(Not [" + first + "])")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void sendsNothingToWhoHasTheState() {
        String tag =
                dav.ask("PUT", FILES + "a", "1").headers().firstValue("ETag").orElseThrow();

        assertThat(dav.ask("GET", FILES + "a", "", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void setsAllPropertiesOrNone() {
        String update = "<D:propertyupdate xmlns:D='DAV:' xmlns:A='http://apple.com/ns/ical/'><D:set><D:prop>"
                + "<A:calendar-color a='b'>#fF0000</A:calendar-color>%s</D:prop></D:set></D:propertyupdate>";

        HttpResponse<String> refused =
                dav.ask("PROPPATCH", CALENDAR, String.format(update, "<D:getetag>1</D:getetag>"));
        String before = propfind(CALENDAR, "0", "A:calendar-color xmlns:A='http://apple.com/ns/ical/'");
        dav.ask("PROPPATCH", CALENDAR, String.format(update, ""));
        String after = propfind(CALENDAR, "0", "A:calendar-color xmlns:A='http://apple.com/ns/ical/'");

        assertThat(refused.body())
                .containsSubsequence("<D:getetag/>", "403 Forbidden", "cannot-modify-protected-property", "424");
        assertThat(before).contains("404");
        assertThat(after).contains("a=\"b\">#fF0000</A:calendar-color>");
    }

    @Test
    void makesCalendarsWithProperties() {
        String path = "/calendars/ada@example.org/work/";
        String body = "<C:mkcalendar xmlns:C='urn:ietf:params:xml:ns:caldav' xmlns:D='DAV:'><D:set><D:prop>"
                + "<D:displayname>Work</D:displayname><C:supported-calendar-component-set><C:comp name='VTODO'/>"
                + "</C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>";

        assertThat(dav.ask("MKCALENDAR", path, body).statusCode()).isEqualTo(201);
        assertThat(propfind(path, "0", "D:displayname", "C:supported-calendar-component-set"))
                .contains(">Work<", "<C:supported-calendar-component-set><C:comp name=\"VTODO\"/></");
        assertThat(dav.ask("MKCALENDAR", path, "").statusCode()).isEqualTo(405);
        assertThat(dav.ask("MKCALENDAR", path + "inner/", "").body()).contains("<C:calendar-collection-location-ok/>");
    }

    @Test
    void makesAddressBooksByExtendedMkcol() {
        String body =
                "<D:mkcol xmlns:D='DAV:' xmlns:CR='urn:ietf:params:xml:ns:carddav'><D:set><D:prop><D:resourcetype>"
                        + "<D:collection/><CR:addressbook/></D:resourcetype></D:prop></D:set></D:mkcol>";

        assertThat(dav.ask("MKCOL", "/addressbooks/ada@example.org/more/", body).statusCode())
                .isEqualTo(201);
        assertThat(propfind("/addressbooks/ada@example.org/more/", "0", "D:resourcetype"))
                .contains("<CR:addressbook/>");
    }

    @Test
    void tellsWhatHasChangedSince() {
        String start = token(sync(FILES, "", ""));
        dav.ask("PUT", FILES + "a", "1");
        dav.ask("PUT", FILES + "b", "1");
        HttpResponse<String> two = sync(FILES, start, "");
        dav.ask("DELETE", FILES + "a", "");
        HttpResponse<String> one = sync(FILES, token(two), "");

        assertThat(two.body()).contains("/a</D:href>", "/b</D:href>");
        assertThat(one.body())
                .contains("/a</D:href><D:status>HTTP/1.1 404 Not Found</D:status>")
                .doesNotContain("/b</D:href>");
        assertThat(sync(FILES, token(one), "").body()).doesNotContain("<D:response>");
        assertThat(token(sync(FILES, token(one), ""))).isEqualTo(token(one));
    }

    @Test
    void tellsPartOfWhatHasChangedIfThereIsALimit() {
        for (int i = 0; i < 5; i++) {
            dav.ask("PUT", FILES + i, "1");
        }

        HttpResponse<String> first = sync(FILES, "", "<D:limit><D:nresults>3</D:nresults></D:limit>");
        HttpResponse<String> rest = sync(FILES, token(first), "");

        assertThat(first.body())
                .contains("/0<", "/2<", "507 Insufficient Storage")
                .doesNotContain("/3<");
        assertThat(rest.body()).contains("/3<", "/4<").doesNotContain("/2<", "507");
    }

    @Test
    void refusesATokenThatIsForgotten() {
        String token = token(sync(FILES, "", ""));
        dav.store().forgetHistory(DavServer.ada().files());

        HttpResponse<String> answer = sync(FILES, token, "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<D:error", "<D:valid-sync-token/>");
        assertThat(sync(FILES, "other", "").body()).contains("<D:valid-sync-token/>");
        assertThat(sync(FILES, token(sync(FILES, "", "")), "").statusCode()).isEqualTo(207);
    }

    @Test
    void letsALockEndByTheClock() {
        String lock = "<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/>"
                + "</D:locktype></D:lockinfo>";
        HttpResponse<String> locked = dav.ask("LOCK", FILES + "a", lock, "Timeout", "Second-60");
        String token = locked.headers().firstValue("Lock-Token").orElseThrow();

        assertThat(locked.statusCode()).isEqualTo(201);
        HttpResponse<String> refused = dav.ask("PUT", FILES + "a", "1");
        assertThat(refused.statusCode()).isEqualTo(423);
        assertThat(refused.body()).contains("<D:lock-token-submitted><D:href>/dav/files/ada@example.org/a</D:href>");
        assertThat(dav.ask("PUT", FILES + "a", "1", "If", "(" + token + ")").statusCode())
                .isEqualTo(204);
        dav.setNow(dav.now().plus(Duration.ofSeconds(60)));
        assertThat(dav.ask("PUT", FILES + "a", "1").statusCode()).isEqualTo(204);
    }

    @Test
    void keepsStrangersOut() {
        dav.ask("PUT", FILES + "a", "1");

        assertThat(dav.askAsBob("GET", FILES + "a", "").statusCode()).isEqualTo(403);
        assertThat(dav.askAsBob("PUT", FILES + "b", "1").body()).contains("<D:need-privileges>");
        assertThat(dav.askAsBob("PROPFIND", "/files/", "", "Depth", "1").body()).doesNotContain("ada");
    }

    @Test
    void letsOthersUseWhatIsShared() {
        dav.ask("PUT", CALENDAR + "a", DavServer.event("a"));
        dav.store().share(DavServer.ada().calendar(), DavServer.BOB, Access.READ);

        assertThat(dav.askAsBob("GET", CALENDAR + "a", "").statusCode()).isEqualTo(200);
        assertThat(dav.askAsBob("PUT", CALENDAR + "b", DavServer.event("b")).statusCode())
                .isEqualTo(403);
        dav.store().share(DavServer.ada().calendar(), DavServer.BOB, Access.WRITE);
        assertThat(dav.askAsBob("PUT", CALENDAR + "b", DavServer.event("b")).statusCode())
                .isEqualTo(201);
        assertThat(dav.askAsBob("DELETE", CALENDAR, "").statusCode()).isEqualTo(403);
    }

    @Test
    void tellsTheTimelineWhoChangedWhat() {
        dav.ask("PUT", FILES + "a", "1");
        dav.ask("PUT", FILES + "a", "2");
        dav.ask("DELETE", FILES + "a", "");

        dav.web().awaitRequests(3);
        assertThat(dav.web().timeline().details(StoreChange.class))
                .extracting(StoreChange::toString)
                .containsExactly(
                        "ada@example.org created /files/ada@example.org/a",
                        "ada@example.org updated /files/ada@example.org/a",
                        "ada@example.org deleted /files/ada@example.org/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                "<a xmlns='DAV:'/>",
                "<propfind xmlns='DAV:'/>"
            })
    void answersHostileXmlWith400(String body) {
        assertThat(dav.ask("PROPFIND", "/", body).statusCode()).isEqualTo(400);
        assertThat(dav.web().timeline().toString()).contains("PROPFIND /dav/: 400, ");
        assertThat(dav.ask("PROPFIND", "/", "", "Depth", "0").statusCode()).isEqualTo(207);
    }

    @ParameterizedTest
    @CsvSource({"%2e%2e, 400", "a%00, 400", "%ff, 400", "%C3%A4, 404", "a%2Fb, 404", "%25, 404"})
    void answersHostileNames(String name, int status) {
        assertThat(dav.ask("GET", FILES + name, "").statusCode()).isEqualTo(status);
    }

    @Test
    void refusesAnObjectThatIsTooLong() {
        String body = "a".repeat(DavCall.MAX_OBJECT + 1);

        assertThat(dav.ask("PUT", FILES + "a", body).statusCode()).isEqualTo(413);
        assertThat(dav.ask("PROPFIND", FILES, body).statusCode()).isEqualTo(413);
        assertThat(dav.ask("GET", FILES + "a", "").statusCode()).isEqualTo(404);
    }

    @Test
    void writesALongMultistatusWhileItIsSent() {
        dav.ask("OPTIONS", "/", "");
        dav.ask("GET", FILES, "");
        dav.store().atomically(() -> {
            for (int i = 0; i < 2_000; i++) {
                dav.store()
                        .edit("test")
                        .put(DavServer.ada().files().child("f" + i), Octets.of(new byte[i]), "a/b", Optional.empty());
            }
            return true;
        });

        HttpResponse<String> answer = dav.ask("PROPFIND", FILES, "", "Depth", "1");

        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.body()).contains("/f0<", "/f1999<").endsWith("</D:multistatus>\n");
    }
}
