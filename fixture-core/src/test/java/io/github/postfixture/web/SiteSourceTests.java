package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.RealClient;
import io.github.postfixture.page.Link;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SiteSourceTests {

    @TempDir
    Path directory;

    @Test
    void servesDocumentsHeldInMemory() {
        Site site = Site.builder()
                .file("/index.html", "<title>Käse</title>")
                .file("/sub/logo.png", new byte[] {1, 2, 3})
                .build();
        try (WebServer web = WebServer.builder().site(site).start()) {
            assertThat(web.open("/").title()).isEqualTo("Käse");
            assertThat(Client.get(web.uri("/sub/logo.png")).headers().firstValue("Content-Type"))
                    .hasValue("image/png");
            assertThat(Client.get(web.uri("/sub")).statusCode()).isEqualTo(301);
            assertThat(Client.get(web.uri("/other")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void servesTheFilesOfAZip() throws IOException {
        Path archive = directory.resolve("site.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("sub/page.html"));
            zip.write("<title>Zipped</title>".getBytes(StandardCharsets.UTF_8));
        }
        try (WebServer web = WebServer.builder().site(Site.zip(archive)).start()) {
            assertThat(web.open("/sub/page.html").title()).isEqualTo("Zipped");
            assertThat(Client.get(web.uri("/sub/page.html"), "Range", "bytes=7-12")
                            .body())
                    .isEqualTo("Zipped");
            assertThat(Client.get(web.uri("/%2e%2e/x")).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void leavesOutEntriesOfAZipToWhichNoPathLeads() throws IOException {
        Path archive = directory.resolve("site.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of(
                    "../x", "a/../../x", "a\\..\\x", "./index.html", "/rooted.txt", "a//b.txt", "empty/", "..", "/")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : name.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (WebServer web = WebServer.builder()
                .site(Site.zip(archive).withListing().withIndex("none"))
                .start()) {
            assertThat(web.open("/").html().links())
                    .extracting(Link::text)
                    .containsExactly("a/", "empty/", "index.html", "rooted.txt");
            assertThat(web.open("/a/").html().links()).extracting(Link::text).containsExactly("../", "b.txt");
            assertThat(Client.get(web.uri("/rooted.txt")).body()).isEqualTo("/rooted.txt");
            assertThat(web.problems()).isEmpty();
        }
    }

    /** Opening a pipe that nobody writes to never ends. */
    @Test
    @Timeout(60)
    void servesRegularFilesOnly() throws IOException {
        Files.writeString(directory.resolve("page.txt"), "page");
        RealClient.named("mkfifo").run(directory.resolve("pipe.txt").toString());
        Files.createSymbolicLink(directory.resolve("zero.txt"), Path.of("/dev/zero"));
        try (WebServer web = WebServer.builder()
                .site(Site.directory(directory).withListing().followingLinks())
                .start()) {
            assertThat(web.open("/").html().links()).extracting(Link::text).containsExactly("page.txt");
            assertThat(Client.get(web.uri("/pipe.txt")).statusCode()).isEqualTo(404);
            assertThat(Client.get(web.uri("/zero.txt")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void asksTheSiteBelowTheLongestPathFirst() {
        try (WebServer web = WebServer.builder()
                .site(Site.of(Map.of("/a/x.txt", "outer", "/a/y.txt", "outer")))
                .site("/a", Site.of(Map.of("/x.txt", "inner")))
                .start()) {
            assertThat(Client.get(web.uri("/a/x.txt")).body()).isEqualTo("inner");
            assertThat(Client.get(web.uri("/a/y.txt")).body()).isEqualTo("outer");
        }
    }

    @Test
    void findsWhatHasAPercentSignOrASpaceInItsName() throws IOException {
        Files.writeString(directory.resolve("100%.txt"), "percent");
        Files.writeString(directory.resolve("a b.txt"), "space");
        Files.writeString(directory.resolve("a+b.txt"), "plus");
        try (WebServer web = WebServer.builder().site(Site.directory(directory)).start()) {
            assertThat(Client.get(web.uri("/100%25.txt")).body()).isEqualTo("percent");
            assertThat(Client.get(web.uri("/a%20b.txt")).body()).isEqualTo("space");
            assertThat(Client.get(web.uri("/a+b.txt")).body()).isEqualTo("plus");
        }
    }

    @Test
    void followsNoLinkOutOfTheSiteUnlessAsked() throws IOException {
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.writeString(root.resolve("here.txt"), "here");
        Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(root.resolve("inside.txt"), Path.of("here.txt"));
        Files.createSymbolicLink(root.resolve("outside.txt"), Path.of("../secret.txt"));
        Files.createSymbolicLink(root.resolve("up"), Path.of(".."));
        try (WebServer web = WebServer.builder()
                .site("/strict", Site.directory(root))
                .site("/lax", Site.directory(root).followingLinks())
                .start()) {
            assertThat(Client.get(web.uri("/strict/inside.txt")).body()).isEqualTo("here");
            assertThat(Client.get(web.uri("/strict/outside.txt")).statusCode()).isEqualTo(404);
            assertThat(Client.get(web.uri("/strict/up/secret.txt")).statusCode())
                    .isEqualTo(404);
            assertThat(Client.get(web.uri("/lax/outside.txt")).body()).isEqualTo("secret");
            assertThat(Client.get(web.uri("/lax/up/secret.txt")).body()).isEqualTo("secret");
        }
    }

    @Test
    void listsAFolderIfAsked() throws IOException {
        Files.createDirectories(directory.resolve("b&b"));
        Files.writeString(directory.resolve("a<b.txt"), "x");
        try (WebServer web = WebServer.builder()
                .site(Site.directory(directory).withListing())
                .start()) {
            HttpResponse<String> listing = Client.get(web.uri("/"));

            assertThat(listing.statusCode()).isEqualTo(200);
            assertThat(listing.body())
                    .contains("<title>Index of /</title>")
                    .contains("<a href=\"./b&amp;b/\">b&amp;b/</a>")
                    .contains("<a href=\"./a%3Cb.txt\">a&lt;b.txt</a>, 1 bytes");
            assertThat(web.open("/").link("b&b/").follow().status()).isEqualTo(200);
        }
    }

    @Test
    void namesTypesAndCharsetsAsAsked() {
        Site site = Site.of(Map.of("/a.html", "x", "/b.MD", "x", "/c.xyz", "x", "/d.json", "{}", "/e", "x"));
        try (WebServer web = WebServer.builder()
                .site(site.withType("md", "text/markdown; charset=utf-8").withCharset("iso-8859-1"))
                .start()) {
            assertThat(type(web, "/a.html")).isEqualTo("text/html; charset=iso-8859-1");
            assertThat(type(web, "/b.MD")).isEqualTo("text/markdown; charset=utf-8");
            assertThat(type(web, "/c.xyz")).isEqualTo("chemical/x-xyz");
            assertThat(type(web, "/d.json")).isEqualTo("application/json");
            assertThat(type(web, "/e")).isEqualTo("none");
        }
    }

    private static String type(WebServer web, String path) {
        return Client.get(web.uri(path)).headers().firstValue("Content-Type").orElse("none");
    }

    @Test
    void triesSeveralIndexes() {
        Site site = Site.of(Map.of("/a/default.htm", "default", "/b/index.html", "index"));
        try (WebServer web = WebServer.builder()
                .site(site.withIndex("index.html", "default.htm"))
                .start()) {
            assertThat(Client.get(web.uri("/a/")).body()).isEqualTo("default");
            assertThat(Client.get(web.uri("/b/")).body()).isEqualTo("index");
        }
    }

    @Test
    void saysAtOnceWhatIsWrong() throws IOException {
        Path missing = directory.resolve("missing.zip");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.zip(missing))
                .withMessage("archive (" + missing + ") must be an existing file; it is looked for at " + missing);
        Path text = Files.writeString(directory.resolve("text.zip"), "text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.zip(text))
                .withMessageStartingWith("archive (" + text + ") must be a ZIP file that can be read: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Site.of(Map.of("a.txt", "x")))
                .withMessage("path (a.txt) must start with a slash and name a document");
    }
}
