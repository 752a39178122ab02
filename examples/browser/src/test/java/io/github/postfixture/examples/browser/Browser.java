package io.github.postfixture.examples.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.postfixture.tls.CertificateAuthority;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * Chromium without a window, in a home directory of its own, in which the throwaway authority is trusted as any other.
 * Nothing is downloaded: the browser and its driver are those of the operating system.
 */
final class Browser implements AutoCloseable {

    private final Path home;
    private final ChromeDriverService service;
    private final WebDriver driver;

    private Browser(Path home, ChromeDriverService service, WebDriver driver) {
        this.home = home;
        this.service = service;
        this.driver = driver;
    }

    /** Start a browser, or abort the test if there is none; unless the environment says that there must be one. */
    static Browser start() throws IOException, InterruptedException {
        Path chromium = program("chromium");
        Path chromedriver = program("chromedriver");
        Path home = Files.createTempDirectory("postfixture-browser");
        trust(program("certutil"), home);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("HOME", home.toString(), "PATH", System.getenv("PATH")))
                .withLogOutput(Files.newOutputStream(home.resolve("driver.log")))
                .build();
        service.start();
        WebDriver driver = new RemoteWebDriver(service.getUrl(), options(chromium, home));
        driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(20));
        return new Browser(home, service, driver);
    }

    WebDriver driver() {
        return driver;
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        service.stop();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static ChromeOptions options(Path chromium, Path home) {
        return new ChromeOptions()
                .setBinary(chromium.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--no-proxy-server",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + home.resolve("profile"));
    }

    /** Put the certificate where Chromium looks for those that its user trusts. */
    private static void trust(Path certutil, Path home) throws IOException, InterruptedException {
        Path authority = Files.writeString(
                home.resolve("authority.pem"), CertificateAuthority.ofThisJvm().pem());
        Path database = Files.createDirectories(home.resolve(".pki/nssdb"));
        run(certutil, "-N", "--empty-password", "-d", "sql:" + database);
        run(certutil, "-A", "-d", "sql:" + database, "-n", "Postfixture", "-t", "C,,", "-i", authority.toString());
    }

    private static void run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> line = Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments))
                .toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            fail(line + " failed: " + output);
        }
    }

    private static Path program(String name) {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && Objects.equals(System.getenv("POSTFIXTURE_REAL_CLIENTS"), "required")) {
            fail(name + " is not installed");
        }
        return found.orElseGet(() -> abort(name + " is not installed"));
    }
}
