package io.github.postfixture.groupware.dav;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.RealClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that keep calendars, contacts, tasks and files in step. */
@Tag("real-client")
@Timeout(120)
class GroupwareProgramTests {

    private static final String CALENDAR = "/calendars/ada@example.org/calendar/";
    private static final String TASKS = "/calendars/ada@example.org/tasks/";
    private static final String CONTACTS = "/addressbooks/ada@example.org/contacts/";

    @TempDir
    Path folder;

    private DavServer dav;

    @BeforeEach
    void start() {
        dav = DavServer.start();
    }

    @AfterEach
    void close() {
        dav.close();
    }

    @Test
    void cadaverKeepsFiles() throws IOException {
        Files.writeString(folder.resolve(".netrc"), "machine localhost login ada@example.org password secret\n");
        Files.writeString(folder.resolve("a.txt"), "content");
        Files.writeString(
                folder.resolve("commands"),
                "mkcol b\nput a.txt\nlock a.txt\nunlock a.txt\nmove a.txt b\ncopy b/a.txt c.txt\nls\nquit\n");

        RealClient.shell(
                        "cadaver",
                        "cd " + folder + " && HOME=$PWD cadaver " + dav.uri("/files/ada@example.org/") + " < commands")
                .run();

        assertThat(dav.ask("GET", "/files/ada@example.org/c.txt", "").body()).isEqualTo("content");
        assertThat(dav.ask("GET", "/files/ada@example.org/b/a.txt", "").body()).isEqualTo("content");
    }

    @Test
    void vdirsyncerKeepsTwoDevicesInStep() throws IOException {
        dav.ask("PUT", CALENDAR + "1.ics", DavServer.event("1", "DTSTART:20261202T100000Z", "SUMMARY:Review"));
        dav.ask("PUT", CALENDAR + "3.ics", DavServer.event("3", "DTSTART:20261203T100000Z", "SUMMARY:Stays"));
        RealClient first = vdirsyncer("first");
        RealClient second = vdirsyncer("second");
        first.run("discover");
        first.run("sync");
        second.run("discover");
        second.run("sync");

        assertThat(folder.resolve("first/cal/calendar/1.ics")).content().contains("SUMMARY:Review");
        Files.writeString(
                folder.resolve("first/cal/calendar/1.ics"),
                DavServer.event("1", "DTSTART:20261202T100000Z", "SUMMARY:Moved"));
        Files.writeString(folder.resolve("second/card/contacts/2.vcf"), DavServer.card("2", "FN:Bob"));
        first.run("sync");
        second.run("sync");
        first.run("sync");

        assertThat(folder.resolve("second/cal/calendar/1.ics")).content().contains("SUMMARY:Moved");
        assertThat(folder.resolve("first/card/contacts/2.vcf")).content().contains("FN:Bob");
        Files.delete(folder.resolve("second/cal/calendar/1.ics"));
        second.run("sync");
        first.run("sync");
        assertThat(folder.resolve("first/cal/calendar/1.ics")).doesNotExist();
    }

    @Test
    void vdirsyncerSeesAConflictAndTheColor() throws IOException {
        dav.ask("PUT", CALENDAR + "1.ics", DavServer.event("1", "SUMMARY:a"));
        RealClient device = vdirsyncer("first");
        device.run("discover");
        device.run("sync");
        Files.writeString(folder.resolve("first/cal/calendar/1.ics"), DavServer.event("1", "SUMMARY:here"));
        dav.ask("PUT", CALENDAR + "1.ics", DavServer.event("1", "SUMMARY:there"));

        RealClient.Result result = device.tryRun("sync");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("conflict");
        assertThat(dav.ask("GET", CALENDAR + "1.ics", "").body()).contains("SUMMARY:there");
        Files.writeString(folder.resolve("first/cal/calendar/color"), "#ff0000");
        device.run("metasync");
        assertThat(dav.store()
                        .find(DavServer.ada().calendar())
                        .orElseThrow()
                        .properties()
                        .toString())
                .contains("calendar-color");
    }

    @Test
    void khalKhardAndTodomanShowWhatThereIs() throws IOException {
        dav.ask("PUT", CALENDAR + "1.ics", DavServer.event("1", "DTSTART:20261202T100000Z", "SUMMARY:Review"));
        dav.ask("PUT", TASKS + "2.ics", DavServer.object("VTODO", "2", "SUMMARY:Buy tea"));
        dav.ask("PUT", CONTACTS + "3.vcf", DavServer.card("3", "FN:Bob Brown", "N:Brown;Bob;;;"));
        RealClient device = vdirsyncer("first");
        device.run("discover");
        device.run("sync");
        Files.writeString(
                folder.resolve("khal"),
                "[calendars]\n[[c]]\npath = " + folder + "/first/cal/calendar\n[locale]\ntimeformat = %H:%M\n"
                        + "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
                        + "longdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = " + folder + "/khal.db\n");
        Files.writeString(
                folder.resolve("khard"), "[addressbooks]\n[[c]]\npath = " + folder + "/first/card/contacts\n");
        Files.writeString(
                folder.resolve("todo.py"),
                "path = '" + folder + "/first/cal/*'\ndate_format = '%Y-%m-%d'\ntime_format = '%H:%M'\ncache_path = '"
                        + folder + "/todo.db'\n");

        assertThat(program("khal", "khal -c " + folder + "/khal list 2026-12-02")
                        .run())
                .contains("Review");
        assertThat(program("khard", "khard -c " + folder + "/khard list").run()).contains("Bob Brown");
        assertThat(program("todoman", "todoman --config " + folder + "/todo.py list")
                        .run())
                .contains("Buy tea");
    }

    private RealClient vdirsyncer(String device) throws IOException {
        RealClient.pathOf("vdirsyncer");
        Path home = Files.createDirectories(folder.resolve(device));
        Files.writeString(
                home.resolve("config"),
                "[general]\nstatus_path = \"" + home + "/status\"\n" + pair(home, "cal", "caldav", ".ics")
                        + pair(home, "card", "carddav", ".vcf"));
        return program(
                "vdirsyncer", "for step; do yes | vdirsyncer -c " + home + "/config \"$step\" 2>&1 || exit 1; done");
    }

    private String pair(Path home, String name, String type, String extension) {
        String metadata = type.equals("caldav") ? "metadata = [\"displayname\", \"color\"]\n" : "";
        return "[pair " + name + "]\na = \"" + name + "_here\"\nb = \"" + name
                + "_there\"\ncollections = [\"from b\"]\n"
                + metadata + "[storage " + name + "_here]\ntype = \"filesystem\"\npath = \""
                + home + "/" + name + "/\"\nfileext = \"" + extension + "\"\n[storage " + name + "_there]\ntype = \""
                + type
                + "\"\nurl = \"" + dav.uri("/") + "\"\nusername = \"ada@example.org\"\npassword = \"secret\"\n";
    }

    /** Return a program in a terminal's language that Python takes. */
    private static RealClient program(String name, String script) {
        return RealClient.shell(name, "export LC_ALL=C.UTF-8 TZ=UTC; " + script);
    }

    @Test
    void pythonsCaldavMakesACalendarAndSearchesIt() {
        String script = """
                import caldav, datetime, sys
                client = caldav.DAVClient(url=sys.argv[1], username="ada@example.org", password="secret")
                principal = client.principal()
                calendar = principal.make_calendar(name="Work", cal_id="work")
                calendar.save_event(open(sys.argv[2], newline="").read())
                start, end = datetime.datetime(2026, 12, 2), datetime.datetime(2026, 12, 4)
                print(calendar.date_search(start, end, expand=True)[0].data.count("BEGIN:VEVENT"), "found")
                token = calendar.objects().sync_token
                event = calendar.events()[0]
                event.data = event.data.replace("Stand-up", "Changed")
                event.save()
                print(len(list(calendar.objects_by_sync_token(token))), "changed")
                event.delete()
                print(len(calendar.events()), "left", [c.name for c in principal.calendars()])
                """;
        Path event = folder.resolve("event.ics");
        write(
                event,
                DavServer.event(
                        "1", "DTSTART:20261201T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY", "SUMMARY:Stand-up"));

        String output = RealClient.debianPython(script, "caldav").run(dav.uri("/"), event.toString());

        assertThat(output).contains("2 found", "1 changed", "0 left", "Work");
    }

    @Test
    void tsdavSynchronisesACalendar() {
        String script = """
                const { DAVClient } = require('tsdav');
                (async () => {
                  const [serverUrl, event] = process.argv.slice(1);
                  const client = new DAVClient({ serverUrl, authMethod: 'Basic', defaultAccountType: 'caldav',
                      credentials: { username: 'ada@example.org', password: 'secret' } });
                  await client.login();
                  const calendar = (await client.fetchCalendars()).find(each => each.displayName === 'Calendar');
                  console.log('reports', calendar.reports.includes('syncCollection'));
                  const put = await client.createCalendarObject({ calendar, filename: '1.ics', iCalString: event });
                  console.log('put', put.status);
                  const timeRange = { start: '2026-12-02T00:00:00Z', end: '2026-12-03T00:00:00Z' };
                  const [object] = await client.fetchCalendarObjects({ calendar, timeRange });
                  console.log('found', object.data.includes('SUMMARY:Review'));
                  const stale = { ...object, etag: '"stale"' };
                  console.log('stale', (await client.updateCalendarObject({ calendarObject: stale })).status);
                  const synced = await client.syncCollection({ url: calendar.url, syncLevel: 1, syncToken: '',
                      props: { 'd:getetag': {} } });
                  console.log('synced', synced.filter(each => each.href?.endsWith('1.ics')).length);
                  console.log('deleted', (await client.deleteCalendarObject({ calendarObject: object })).status);
                })().catch(error => { console.error(error); process.exit(1); });
                """;
        String event = DavServer.event("1", "DTSTART:20261202T100000Z", "DTEND:20261202T110000Z", "SUMMARY:Review");

        String output = RealClient.node(script, "tsdav").run(dav.uri("/"), event);

        assertThat(output.lines())
                .containsExactly("reports true", "put 201", "found true", "stale 412", "synced 1", "deleted 204");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
