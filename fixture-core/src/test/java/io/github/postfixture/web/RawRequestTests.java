package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.web.site.ServerFlavor;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends the requests of a file, byte for byte, to a real server and to ours, and compares the answers: status, fields and
 * content. Another file lists what differs, and why.
 */
@Tag("real-client")
@Timeout(60)
class RawRequestTests {

    private static final Instant CHANGED = Instant.parse("2024-03-01T12:00:00Z");
    private static final Pattern LETTERS = Pattern.compile("\\{a\\*(\\d+)}");

    @TempDir
    Path home;

    private Path root;

    @BeforeEach
    void plant() throws IOException {
        root = Files.createDirectory(home.resolve("root"));
        write("index.html", "<h1>Home</h1>");
        write("404.html", "<h1>Lost</h1>\n".repeat(10));
        write("hello.txt", "Hello, this is a text of some length.\n");
        write("empty.txt", "");
        write("style.css", "p { color: red }\n".repeat(500));
        write("sub/index.html", "<h1>Sub</h1>");
        write("list/a b.txt", "space");
        write("list/\u00fc.txt", "umlaut");
        write("pic.png", "no picture, but long enough to be worth while");
        write("unknown.zzz", "x");
        write("noext", "x");
        write(".hidden", "hidden");
        write(".htaccess", "");
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.writeString(file, text), FileTime.from(CHANGED));
    }

    @Test
    void areAnsweredAsByNginx() throws IOException {
        try (RealServer nginx = RealServer.nginx(
                home, root, "error_page 404 /404.html;", "location /list/ {", "    autoindex on;", "}")) {
            assertDifferences(nginx.endpoint(), ServerFlavor.NGINX, "nginx-differences.txt");
        }
    }

    @Test
    void areAnsweredAsByApache() throws IOException {
        // Httpd gives up the rights of root, and others have none to the directories of a test.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (RealServer apache = RealServer.apache(
                home,
                root,
                "ErrorDocument 404 /404.html",
                "AddOutputFilterByType DEFLATE text/plain",
                "<Directory " + root + "/list>",
                "    Options +Indexes",
                "</Directory>")) {
            assertDifferences(apache.endpoint(), ServerFlavor.APACHE, "apache-differences.txt");
        }
    }

    /** Verify that the two differ where the file says so, and nowhere else. */
    private void assertDifferences(Endpoint real, ServerFlavor behaviour, String known) throws IOException {
        Site site = Site.directory(root)
                .withCompression()
                .withListing()
                .withErrorPage(404, "/404.html")
                .behavingLike(behaviour);
        try (WebServer web = WebServer.builder().site(site).address("127.0.0.1").start()) {
            Map<String, String> found = new LinkedHashMap<>();
            StringBuilder details = new StringBuilder();
            for (Map.Entry<String, String> request : lines("requests.txt").entrySet()) {
                RawAnswer theirs = ask(real, request.getValue());
                RawAnswer ours = ask(web.http(), request.getValue());
                List<String> aspects = theirs.differencesTo(ours);
                if (!aspects.isEmpty()) {
                    found.put(request.getKey(), String.join(", ", aspects));
                    details.append("%n%s%n  real: %s%n  ours: %s%n".formatted(request.getKey(), theirs, ours));
                }
            }
            Map<String, String> accepted = lines(known).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, line -> line.getValue().replaceFirst(" -- .*", "")));
            assertThat(new TreeMap<>(found)).as("%s", details).isEqualTo(new TreeMap<>(accepted));
        }
    }

    private static RawAnswer ask(Endpoint endpoint, String lines) throws IOException {
        String tag = lines.contains("{tag}")
                ? tag(endpoint, "GET /hello.txt HTTP/1.1|Host: localhost|Connection: close||")
                : "";
        String coded = lines.contains("{coded}")
                ? tag(endpoint, "GET /style.css HTTP/1.1|Host: localhost|Accept-Encoding: gzip|Connection: close||")
                : "";
        String request = LETTERS.matcher(lines.replace("{tag}", tag).replace("{coded}", coded))
                .replaceAll(match -> "a".repeat(Integer.parseInt(match.group(1))));
        try (RawClient client = RawClient.to(endpoint)) {
            String answer = client.send(request.replace("|", "\r\n")).readAllBeforeReset();
            return RawAnswer.of(answer.replace(":" + endpoint.port(), ":PORT"));
        }
    }

    private static String tag(Endpoint endpoint, String request) throws IOException {
        return ask(endpoint, request).fields().getOrDefault("ETag", "\"none\"");
    }

    /** Return the lines of a file, each as a name and the rest. */
    private static Map<String, String> lines(String name) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        try (InputStream file = RawRequestTests.class.getResourceAsStream("/real-servers/" + name)) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .forEach(line -> lines.put(line[0], line[1]));
        }
        return lines;
    }
}
