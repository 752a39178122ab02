package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

@Timeout(60)
class ReportOfFailuresTests {

    @TempDir
    private Path directory;

    @Test
    void opensAndMarksWhatTheFailureIsAbout() throws IOException {
        assertThat(pageOf("ordersTea"))
                .contains(
                        "It is about <a href=\"#exchanges-1\">POST /orders</a>",
                        "<details class=\"card named\" id=\"exchanges-1\" open>",
                        "<span class=\"mark\">in the failure</span>",
                        "<li class=\"event named\">");
    }

    @Test
    void opensTheResponseThatAPageIsFrom() throws IOException {
        assertThat(pageOf("logsInWithASafeCookie"))
                .contains(
                        "It is about <a href=\"#exchanges-1\">GET /login</a>",
                        "<details class=\"card named\" id=\"exchanges-1\" open>",
                        "id=\"exchanges-1-1\" checked>",
                        "<details class=\"card\" id=\"exchanges-2\">",
                        "id=\"exchanges-2-0\" checked>");
    }

    @Test
    void showsBlanksInWhichHeadersDiffer() throws IOException {
        assertThat(pageOf("logsInWithASafeCookie"))
                .contains("<td>dark; <del>\u00b7</del>wide</td>", "<td>dark; <ins></ins>wide</td>");
    }

    @Test
    void isAboutTheOnlyThingThatThereWas() throws IOException {
        assertThat(pageOf("sendsAnInvoice")).contains("It is about <a href=\"#attempts-1\">");
    }

    @Test
    void showsTheLineOfTheTestAndThoseAroundIt() throws IOException {
        assertThat(pageOf("sendsAnInvoice"))
                .containsPattern("<h2>Failed at FailingTestCases\\.java:\\d+</h2>")
                .containsPattern("<span class=\"line failed\"><span class=\"gutter\"> +\\d+ </span> *mail\\.mailbox\\("
                        + "&quot;alice@example\\.org&quot;\\)\\.awaitMail\\(\\);\n</span>");
    }

    @Test
    void tellsWhatTheTestDidBesideWhatTheServersSaw() throws IOException {
        String page = pageOf("sendsAnInvoice");

        assertThat(page.substring(page.indexOf("id=\"timeline\"")))
                .containsSubsequence(
                        "asks for smtp://127.0.0.1:",
                        "waits for a mail in mailbox alice@example.org, at most 1 second (FailingTestCases.java:",
                        "<li class=\"gap\">nothing for ",
                        "<li class=\"step in-vain\">",
                        "waited for a mail in mailbox alice@example.org in vain (FailingTestCases.java:",
                        "<li class=\"step failed\">",
                        ">failed (FailingTestCases.java:");
        assertThat(page).contains("<rect class=\"wait\"", ">attempt #1 from &lt;shop@example.org&gt;");
    }

    @Test
    void showsExpectedAgainstActualJson() throws IOException {
        String page = pageOf("ordersTea");

        assertThat(page.substring(page.indexOf("<caption>"), page.indexOf("</caption>") + 2_000))
                .containsSubsequence(
                        "expected</th><td>  &quot;count&quot;: <del>3</del>,",
                        "actual</th><td>  &quot;count&quot;: <ins>2</ins>,",
                        "both\"><td></td><td>  &quot;item&quot;: &quot;tea&quot;,",
                        "<del>",
                        "amount",
                        "<ins>",
                        "cents");
    }

    @Test
    void showsExpectedAgainstActualText() throws IOException {
        assertThat(pageOf("writesTheText")).contains("t<del>hree</del> packets", "It costs 1<del>8,75</del> EUR");
    }

    @Test
    void leadsFromTheLinksOfAMailToWhatWasOpened() throws IOException {
        assertThat(pageOf("asksForConfirmation"))
                .contains(
                        "<td>Confirm your address</td>",
                        "<td><a href=\"#exchanges-1\">GET /confirm?token=7</a> <span class=\"status good\">200</span>",
                        "<a href=\"mails/1.part6.pdf\">")
                .doesNotContain("figcaption>");
        assertThat(folderOf("asksForConfirmation").resolve("mails/1.part6.pdf"))
                .content()
                .startsWith("%PDF-1.4 not really");
    }

    @Test
    void showsWhatTheTestDeliveredAndWhatTheMailboxesHoldAtTheEnd() throws IOException {
        assertThat(pageOf("answersAQuestion"))
                .containsSubsequence(
                        "<h2>Mails that the test delivered</h2>",
                        "<span class=\"subject\">Win!</span>",
                        "<h2>Mailboxes at the end</h2>",
                        "<span class=\"label\">3 mails</span> <span class=\"subject\">help@example.org</span>",
                        "<h3>Done</h3>",
                        "<td>How?</td>",
                        "<h3>INBOX</h3>")
                .doesNotContain("in the end, mailbox");
        assertThat(folderOf("answersAQuestion").resolve("mailboxes/1.txt"))
                .content()
                .startsWith("Done\n  UID 1 ");
    }

    @Test
    void listsTheScriptedFaultsWithWhatIsLeftOfThem() throws IOException {
        assertThat(pageOf("sendsAnInvoice"))
                .containsSubsequence(
                        "<h2>Faults</h2>",
                        "<span class=\"label\">#1</span> <span class=\"subject\">reply 451 4.3.0 Try again later at RCPT</span>",
                        "struck once, ended")
                .doesNotContain("in the end, fault");
        assertThat(pageOf("sendsNothing")).doesNotContain("<h2>Faults</h2>");
    }

    @Test
    void showsADialogueThatLedToNothing() throws IOException {
        assertThat(pageOf(FailingTestCases.Probe.class, "saysHelloOnly"))
                .contains("<a href=\"#dialogues-1\">dialogue with 127.0.0.1:", "C: EHLO app", "C: QUIT");
        assertThat(pageOf("sendsAnInvoice")).doesNotContain("#dialogues-");
    }

    @Test
    void showsWhatAHandlerThrew() throws IOException {
        assertThat(pageOf("pays"))
                .contains(
                        "<li class=\"event trouble\">",
                        "<h2>Exceptions in code of the test</h2>",
                        "java.lang.IllegalStateException: No such account: none\n\tat ");
    }

    @Test
    void leavesEmptySectionsOut() throws IOException {
        assertThat(pageOf("sendsNothing"))
                .contains("<section id=\"timeline\">", "Stack trace")
                .doesNotContain("class=\"sections\"", "<b>0</b>", "None.");
    }

    @Test
    void showsWhatIsNamedAmongManyMails() throws IOException {
        assertThat(pageOf("sendsMany"))
                .contains("<details class=\"card named\" id=\"mails-76\" open>", "49 more are in the folder mails.")
                .doesNotContain("id=\"mails-51\"");
    }

    private String pageOf(String test) throws IOException {
        return pageOf(FailingTestCases.Shop.class, test);
    }

    private String pageOf(Class<?> type, String test) throws IOException {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(
                        type,
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> method.getName().equals(test))
                                .findFirst()
                                .orElseThrow()))
                .configurationParameter("postfixture.directory", directory.toString())
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.failed(1));
        return Files.readString(folderOf(type, test).resolve("report.html"));
    }

    private Path folderOf(String test) {
        return folderOf(FailingTestCases.Shop.class, test);
    }

    private Path folderOf(Class<?> type, String test) {
        return directory.resolve(type.getName().replace('$', '.')).resolve(test);
    }
}
