package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.PATH;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Reports in Chromium, looked at by axe: on a telephone, a tablet and a screen, in daylight and at night. */
@Tag("real-client")
class ReportInBrowserTests {

    private static final String SCRIPT = """
            const { chromium } = require('playwright-core');
            const axe = require('fs').readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
            (async () => {
              const browser = await chromium.launch({executablePath: process.argv[1], args: ['--no-sandbox']});
              for (const report of process.argv.slice(2))
                for (const [width, colorScheme] of [[400, 'light'], [800, 'dark'], [1400, 'light'], [1400, 'dark']]) {
                  const page = await browser.newPage({viewport: {width, height: 900}, colorScheme});
                  page.on('console', message => console.log(report, message.text()));
                  await page.goto('file://' + report);
                  await page.addStyleTag({content: '.pane { display: block !important; }'});
                  await page.evaluate(() => [...document.querySelectorAll('details')].slice(0, 12).forEach(d => d.open = true));
                  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
                    console.log(report, width, 'scrolls sideways');
                  await page.evaluate(axe);
                  for (const one of (await page.evaluate(() => axe.run(document, {iframes: false}))).violations)
                    console.log(report, width, colorScheme, one.id, one.nodes[0].html);
                  await page.close();
                }
              await browser.close();
            })();
            """;

    @TempDir
    private Path directory;

    @Test
    @Timeout(240)
    void showsNothingThatSomebodyCannotRead() throws Exception {
        Path modules = modules();
        String chromium = program("chromium");
        List<String> command = Stream.concat(
                        Stream.of("env", "NODE_PATH=" + modules, program("node"), "-e", SCRIPT, chromium),
                        reports("false").stream().map(Path::toString))
                .toList();

        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        node.getOutputStream().close();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(output).isZero();
        assertThat(output).isEmpty();
    }

    @Test
    @Timeout(240)
    void showsTheHtmlOfMailsAsPicturesIfThatIsWanted() throws Exception {
        program("chromium");

        List<Path> reports = reports("true");

        assertThat(reports)
                .filteredOn(report -> report.toString().contains("asksForConfirmation"))
                .singleElement(as(PATH))
                .content()
                .contains(
                        "<figcaption>Desktop, 1024 pixels</figcaption>", "<figcaption>Phone, 390 pixels</figcaption>");
        assertThat(reports)
                .filteredOn(report -> report.toString().contains("writesTheText"))
                .singleElement(as(PATH))
                .content()
                .doesNotContain("figcaption>");
    }

    private List<Path> reports(String screenshots) throws IOException {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(FailingTestCases.Shop.class))
                .configurationParameter("postfixture.directory", directory.toString())
                .configurationParameter("postfixture.screenshots", screenshots)
                .execute();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> reports =
                    files.filter(file -> file.endsWith("report.html")).toList();
            assertThat(reports).hasSizeGreaterThan(6);
            return reports;
        }
    }

    private static Path modules() {
        String modules = System.getenv("POSTFIXTURE_NODE_MODULES");
        if (modules == null) {
            throw missing("POSTFIXTURE_NODE_MODULES names no folder of Node.js packages");
        }
        for (String wanted : List.of("playwright-core", "axe-core")) {
            if (!Files.isDirectory(Path.of(modules, wanted))) {
                throw missing("the Node.js package " + wanted + " is not in " + modules);
            }
        }
        return Path.of(modules);
    }

    private static String program(String name) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> missing(name + " is not installed"))
                .toString();
    }

    /** Abort the test, or fail it if the environment requires what is missing; return never. */
    private static AssertionError missing(String what) {
        return Objects.equals(System.getenv("POSTFIXTURE_REAL_CLIENTS"), "required") ? fail(what) : abort(what);
    }
}
