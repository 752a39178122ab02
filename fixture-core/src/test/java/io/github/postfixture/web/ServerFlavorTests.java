package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.Endpoint;
import io.github.postfixture.web.site.ServerFlavor;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends the same requests to a real server and to ours, and compares what clients look at. */
@Tag("real-client")
class ServerFlavorTests {

    private static final Instant CHANGED = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String DATE = "Fri, 02 Jan 2026 03:04:05 GMT";
    private static final String EARLIER = "Thu, 01 Jan 2026 03:04:05 GMT";
    private static final String LATER = "Sat, 03 Jan 2026 03:04:05 GMT";
    private static final List<String> NAMED = List.of(
            "Server",
            "Content-Type",
            "Content-Length",
            "Content-Range",
            "Content-Encoding",
            "Location",
            "ETag",
            "Last-Modified",
            "Accept-Ranges",
            "Vary",
            "Allow",
            "WWW-Authenticate");

    /** Requests as {@code METHOD path}, and header fields after bars; {@code @T} stands for the tag of the document. */
    private static final List<String> REQUESTS = List.of(
            "GET /",
            "GET /index.html",
            "GET /sub",
            "GET /sub?x=1",
            "GET /s%75b/../sub?x=%201",
            "GET /nowhere",
            "GET /nowhere/",
            "GET /empty",
            "GET /empty/",
            "GET /digits.txt/",
            "GET /digits.txt/x",
            "GET /old/a?x=1",
            "GET /staff/list.html",
            "HEAD /digits.txt",
            "POST /digits.txt|Content-Length: 0",
            "POST /nowhere|Content-Length: 0",
            "POST /sub|Content-Length: 0",
            "POST /sub/|Content-Length: 0",
            "POST /empty/|Content-Length: 0",
            "PUT /digits.txt|Content-Length: 0",
            "PUT /nowhere|Content-Length: 0",
            "DELETE /digits.txt",
            "DELETE /sub/",
            "PATCH /digits.txt|Content-Length: 0",
            "OPTIONS /digits.txt",
            "OPTIONS /nowhere",
            "FOO /digits.txt",
            "GET //digits.txt",
            "GET /sub//index.html",
            "GET /sub/./index.html",
            "GET /sub/../digits.txt",
            "GET /../digits.txt",
            "GET /%2e%2e/digits.txt",
            "GET /..%2fdigits.txt",
            "GET /sub%2findex.html",
            "GET /sub%5cindex.html",
            "GET /digits.txt%00",
            "GET /digits.txt%00.html",
            "GET /%zz",
            "GET /100%25.txt",
            "GET /a%20b.txt",
            "GET /a+b.txt",
            "GET /noext",
            "GET /.hidden",
            "GET /.htsecret",
            "GET /DIGITS.TXT",
            "GET /digits.txt;x=1",
            "GET /..;/digits.txt",
            "GET /digits.txt|Range: bytes=2-4",
            "GET /digits.txt|Range: bytes=-3",
            "GET /digits.txt|Range: bytes=7-",
            "GET /digits.txt|Range: bytes=7-100",
            "GET /digits.txt|Range: bytes=0-4,2-5",
            "GET /digits.txt|Range: bytes=50-",
            "GET /digits.txt|Range: bytes=50-,1-2",
            "GET /digits.txt|Range: bytes=-50",
            "GET /digits.txt|Range: bytes=-0",
            "GET /digits.txt|Range: bytes=5-2",
            "GET /digits.txt|Range: bytes=abc",
            "GET /digits.txt|Range: lines=1-2",
            "GET /digits.txt|Range: bytes=0-1,4-5",
            "GET /digits.txt|Range: bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,0-0",
            "HEAD /digits.txt|Range: bytes=2-4",
            "GET /digits.txt|Range: bytes=2-4|If-Range: @T",
            "GET /digits.txt|Range: bytes=2-4|If-Range: W/@T",
            "GET /digits.txt|Range: bytes=2-4|If-Range: \"x\"",
            "GET /digits.txt|Range: bytes=2-4|If-Range: " + DATE,
            "GET /digits.txt|Range: bytes=2-4|If-Range: " + LATER,
            "GET /digits.txt|Range: bytes=50-|If-Range: \"x\"",
            "GET /digits.txt|If-None-Match: @T",
            "GET /digits.txt|If-None-Match: W/@T",
            "GET /digits.txt|If-None-Match: \"x\", @T",
            "GET /digits.txt|If-None-Match: *",
            "GET /digits.txt|If-None-Match: \"x\"",
            "GET /nowhere|If-None-Match: *",
            "GET /digits.txt|If-Modified-Since: " + DATE,
            "GET /digits.txt|If-Modified-Since: " + LATER,
            "GET /digits.txt|If-Modified-Since: " + EARLIER,
            "GET /digits.txt|If-Modified-Since: nonsense",
            "GET /digits.txt|If-None-Match: \"x\"|If-Modified-Since: " + DATE,
            "GET /digits.txt|If-None-Match: @T|If-Modified-Since: " + EARLIER,
            "GET /digits.txt|If-Match: @T",
            "GET /digits.txt|If-Match: \"x\"",
            "GET /digits.txt|If-Match: *",
            "GET /digits.txt|If-Match: W/@T",
            "GET /digits.txt|If-Unmodified-Since: " + EARLIER,
            "GET /digits.txt|If-Unmodified-Since: " + DATE,
            "GET /digits.txt|If-Match: @T|If-Unmodified-Since: " + EARLIER,
            "GET /digits.txt|If-None-Match: @T|Range: bytes=2-4",
            "GET /digits.txt|If-Match: \"x\"|If-None-Match: @T",
            "GET /large.css|Accept-Encoding: gzip",
            "GET /large.css|Accept-Encoding: gzip;q=0",
            "GET /large.css|Accept-Encoding: br, gzip;q=0.5",
            "GET /large.css",
            "HEAD /large.css|Accept-Encoding: gzip");

    private static final String REFUSED_BEFORE = "the engine refuses it with 400 before a site sees it";
    private static final String KNOWN_LENGTH = "we know the length of what we compress, nginx sends it in chunks";

    /** Where we differ from both, and why. */
    private static final Map<String, String> ACCEPTED =
            Map.of("GET /..;/digits.txt", REFUSED_BEFORE, "GET /sub%5cindex.html", REFUSED_BEFORE);

    private static final Map<String, String> CHUNKED = Map.of(
            "GET /large.css|Accept-Encoding: gzip", KNOWN_LENGTH,
            "GET /large.css|Accept-Encoding: br, gzip;q=0.5", KNOWN_LENGTH,
            "HEAD /large.css|Accept-Encoding: gzip", KNOWN_LENGTH);

    private static final Map<String, String> OF_HTTPD = Map.of(
            "GET /digits.txt%00", REFUSED_BEFORE,
            "GET /digits.txt%00.html", REFUSED_BEFORE,
            "POST /empty/|Content-Length: 0", "httpd's module for folders leaves POST to others, which find no file",
            "OPTIONS /digits.txt", "httpd names the type of a document that it does not send",
            "GET /digits.txt|Range: bytes=50-", "httpd ends this answer by closing the connection",
            "GET /digits.txt|Range: bytes=-0", "httpd takes it for nonsense, RFC 9110 for unsatisfiable");

    @TempDir
    Path home;

    private Path root;

    @BeforeEach
    void plant() throws IOException {
        root = Files.createDirectory(home.resolve("root"));
        Files.createDirectories(root.resolve("empty"));
        write("index.html", "<h1>Home</h1>");
        write("sub/index.html", "<h1>Sub</h1>");
        write("digits.txt", "0123456789");
        write("100%.txt", "percent");
        write("a b.txt", "space");
        write("staff/list.html", "list");
        write("noext", "x");
        write(".hidden", "hidden");
        write(".htsecret", "secret");
        write("large.css", "p { color: red }\n".repeat(500));
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.writeString(file, text), FileTime.from(CHANGED));
    }

    @Test
    void behavesLikeNginx() throws IOException {
        try (RealServer nginx = RealServer.nginx(home, root)) {
            assertDifferences(nginx, ServerFlavor.NGINX, "\"695735a5-a\"", with(ACCEPTED, CHUNKED));
        }
    }

    @Test
    void behavesLikeApache() throws IOException {
        // Httpd gives up the rights of root, and others have none to the directories of a test.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (RealServer apache = RealServer.apache(home, root)) {
            assertDifferences(apache, ServerFlavor.APACHE, "\"a-6475ef6574bb0\"", with(ACCEPTED, OF_HTTPD));
        }
    }

    private static Set<String> with(Map<String, String> some, Map<String, String> others) {
        Set<String> all = new HashSet<>(some.keySet());
        all.addAll(others.keySet());
        return all;
    }

    /** Verify that the two differ where that is accepted, and nowhere else. */
    private void assertDifferences(RealServer real, ServerFlavor behaviour, String tag, Set<String> accepted)
            throws IOException {
        Site site = Site.directory(root)
                .withCompression()
                .withRedirect("/old/(.*)", 301, "/new/$1")
                .withBasicAuth("/staff", "Staff", Map.of())
                .behavingLike(behaviour);
        try (WebServer web = WebServer.builder().site(site).start()) {
            Map<String, String> differences = new LinkedHashMap<>();
            for (String request : REQUESTS) {
                String theirs = outline(ask(real.endpoint(), request.replace("@T", tag)), real.endpoint());
                String ours = outline(ask(web.http(), request.replace("@T", tag)), web.http());
                if (!theirs.equals(ours)) {
                    differences.put(request, "\n  real: " + theirs + "\n  ours: " + ours + "\n");
                }
            }
            assertThat(differences.keySet()).as("%s", differences).isEqualTo(accepted);
        }
    }

    private static String ask(Endpoint endpoint, String request) throws IOException {
        String[] lines = request.split("\\|");
        String fields = String.join(
                "", Arrays.stream(lines).skip(1).map(line -> line + "\r\n").toList());
        try (RawClient client = RawClient.to(endpoint)) {
            return client.send(lines[0] + " HTTP/1.1\r\nHost: shop.test:" + endpoint.port() + "\r\n"
                            + "Connection: close\r\n" + fields + "\r\n")
                    .readAll();
        }
    }

    /**
     * Return the status, the named fields and the content of an answer. What need not be the same is left out: the port,
     * the boundary of parts, upper and lower case in their heads, the order of methods, and the length with 304 and of
     * parts.
     */
    private static String outline(String answer, Endpoint endpoint) {
        String[] parts = answer.split("\r\n\r\n", 2);
        List<String> head = List.of(parts[0].split("\r\n"));
        String status = head.get(0).substring(9, 12);
        boolean inParts = parts[0].contains("multipart/byteranges");
        String fields = head.stream()
                .filter(ServerFlavorTests::isNamed)
                .filter(line -> !line.startsWith("Content-Length") || !(status.equals("304") || inParts))
                .map(line -> line.startsWith("Allow:") ? sorted(line) : line)
                .sorted()
                .collect(Collectors.joining("; "));
        return (status + " " + fields + " " + (parts[0].contains(": gzip") ? "compressed" : parts[1]))
                .replaceAll("boundary=[0-9a-f]+", "boundary=B")
                .replaceAll("--[0-9a-f]{8,}", "--B")
                .replace("Content-type: ", "Content-Type: ")
                .replace("Content-range: ", "Content-Range: ")
                .replace(":" + endpoint.port(), ":PORT")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    private static boolean isNamed(String line) {
        return NAMED.stream().anyMatch(name -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    }

    private static String sorted(String allow) {
        return Arrays.stream(allow.replace("Allow:", "").split(",", -1))
                .map(String::strip)
                .sorted()
                .collect(Collectors.joining(",", "Allow: ", ""));
    }
}
