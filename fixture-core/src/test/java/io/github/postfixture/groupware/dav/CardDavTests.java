package io.github.postfixture.groupware.dav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CardDavTests {

    private static final String CONTACTS = "/addressbooks/ada@example.org/contacts/";
    private static final String ADA =
            DavServer.card("1", "FN:Ada \u00c4rger", "EMAIL;TYPE=work:ada@example.org", "NOTE:a\\, b");
    private static final String BOB = DavServer.card("2", "FN:Bob", "item1.EMAIL;TYPE=home:bob@example.com");

    private DavServer dav;

    @BeforeEach
    void start() {
        dav = DavServer.start();
        dav.ask("PUT", CONTACTS + "ada", ADA);
        dav.ask("PUT", CONTACTS + "bob", BOB);
    }

    @AfterEach
    void close() {
        dav.close();
    }

    private HttpResponse<String> report(String name, String prop, String more) {
        return dav.ask(
                "REPORT",
                CONTACTS,
                "<CR:" + name + " xmlns:D='DAV:' xmlns:CR='urn:ietf:params:xml:ns:carddav'><D:prop>" + prop
                        + "</D:prop>" + more + "</CR:" + name + ">",
                "Depth",
                "1");
    }

    private List<String> query(String filter) {
        String body = report("addressbook-query", "<D:getetag/>", "<CR:filter" + filter + "</CR:filter>")
                .body();
        return Pattern.compile("contacts/(\\w+)<")
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "><CR:prop-filter name='FN'><CR:text-match>\u00c4RGER</CR:text-match></CR:prop-filter> | ada",
                "><CR:prop-filter name='FN'><CR:text-match collation='i;ascii-casemap'>\u00e4rger</CR:text-match></CR:prop-filter> | \"\"",
                "><CR:prop-filter name='fn'><CR:text-match match-type='starts-with'>b</CR:text-match></CR:prop-filter> | bob",
                "><CR:prop-filter name='FN'><CR:text-match match-type='equals'>bo</CR:text-match></CR:prop-filter> | \"\"",
                "><CR:prop-filter name='FN'><CR:text-match match-type='ends-with'>OB</CR:text-match></CR:prop-filter> | bob",
                "><CR:prop-filter name='FN'><CR:text-match negate-condition='yes'>bob</CR:text-match></CR:prop-filter> | ada",
                "><CR:prop-filter name='NOTE'/> | ada",
                "><CR:prop-filter name='NOTE'><CR:text-match>a, b</CR:text-match></CR:prop-filter> | ada",
                "><CR:prop-filter name='NOTE'><CR:is-not-defined/></CR:prop-filter> | bob",
                "><CR:prop-filter name='EMAIL'><CR:param-filter name='TYPE'><CR:text-match>home</CR:text-match></CR:param-filter></CR:prop-filter> | bob",
                "><CR:prop-filter name='EMAIL'/> | ada,bob",
                "> | ada,bob",
                "><CR:prop-filter name='NOTE'/><CR:prop-filter name='FN'><CR:text-match>bob</CR:text-match></CR:prop-filter> | ada,bob",
                " test='allof'><CR:prop-filter name='NOTE'/><CR:prop-filter name='FN'><CR:text-match>bob</CR:text-match></CR:prop-filter> | \"\""
            })
    void findsContactsByFilter(String filter, String found) {
        assertThat(String.join(",", query(filter))).isEqualTo(found);
    }

    @Test
    void refusesACollationThatItDoesNotKnow() {
        String filter = "<CR:filter><CR:prop-filter name='FN'><CR:text-match collation='i;x'>a</CR:text-match>"
                + "</CR:prop-filter></CR:filter>";

        HttpResponse<String> answer = report("addressbook-query", "<D:getetag/>", filter);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<CR:supported-collation/>");
    }

    @Test
    void returnsNoMoreThanTheLimit() {
        String body = report(
                        "addressbook-query",
                        "<D:getetag/>",
                        "<CR:filter/><CR:limit><CR:nresults>1</CR:nresults></CR:limit>")
                .body();

        assertThat(body).contains("/ada<", "507").doesNotContain("/bob<");
    }

    @Test
    void returnsTheContactsThatAreNamed() {
        String hrefs = "<D:href>/dav" + CONTACTS + "bob</D:href><D:href>/dav" + CONTACTS + "none</D:href>"
                + "<D:href>/dav/files/bob@example.org/a</D:href>";

        String body = report("addressbook-multiget", "<D:getetag/><CR:address-data/>", hrefs)
                .body();

        assertThat(body)
                .contains("<CR:address-data>" + BOB.replace("\r", "&#13;") + "</CR:address-data>")
                .containsSubsequence("/none</D:href><D:status>HTTP/1.1 404", "/a</D:href><D:status>HTTP/1.1 403")
                .doesNotContain("/ada<");
    }

    @Test
    void returnsThePropertiesThatAreNamed() {
        String prop = "<CR:address-data content-type='text/vcard' version='3.0'><CR:prop name='FN'/></CR:address-data>";

        String body = report("addressbook-multiget", prop, "<D:href>/dav" + CONTACTS + "ada</D:href>")
                .body();

        assertThat(body).contains("VERSION:3.0", "UID:1", "FN:Ada").doesNotContain("EMAIL", "NOTE");
    }

    @Test
    void refusesAVersionThatIsNotThere() {
        String prop = "<CR:address-data version='5.0'/>";

        assertThat(report("addressbook-multiget", prop, "").body()).contains("<CR:supported-address-data/>");
    }
}
