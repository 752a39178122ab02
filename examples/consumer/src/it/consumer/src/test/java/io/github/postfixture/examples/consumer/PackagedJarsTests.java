package io.github.postfixture.examples.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@WithMailServer
@WithWebServer
class PackagedJarsTests {

    @Test
    void areWhatRunsHere() {
        assertThat(locationOf(MailServer.class)).endsWith(".jar");
        assertThat(locationOf(WithMailServer.class)).endsWith(".jar");
    }

    @Test
    void holdRelocatedClassesOnly() throws IOException {
        try (JarFile jar = new JarFile(locationOf(MailServer.class))) {
            Set<String> packages = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .map(entry -> entry.getName().replaceFirst("(/[^/]+){1}$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
            assertThat(packages).allMatch(name -> name.startsWith("io/github/postfixture"));
            assertThat(packages).contains("io/github/postfixture/shaded/jetty/server");
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("io.github.postfixture");
        }
    }

    @Test
    void bringWhatTheyNeedAndNothingElse() throws IOException {
        List<String> tree = Files.readAllLines(Path.of("target", "dependencies.txt"));

        assertThat(tree)
                .filteredOn(line -> !line.startsWith("com.example:"))
                .map(line -> line.replaceFirst("^[\\s|+\\\\-]*([^:]+:[^:]+):.*", "$1"))
                .filteredOn(artifact -> !artifact.startsWith("org.junit") && !artifact.startsWith("org.opentest4j"))
                .containsExactlyInAnyOrder(
                        "io.github.postfixture:postfixture-junit5",
                        "io.github.postfixture:postfixture-core",
                        "com.icegreen:greenmail",
                        "jakarta.activation:jakarta.activation-api",
                        "net.bytebuddy:byte-buddy",
                        "org.apiguardian:apiguardian-api",
                        "org.assertj:assertj-core",
                        "org.awaitility:awaitility",
                        "org.eclipse.angus:angus-activation",
                        "org.eclipse.angus:jakarta.mail",
                        "org.hamcrest:hamcrest",
                        "org.jspecify:jspecify",
                        "org.jsoup:jsoup",
                        "org.slf4j:slf4j-api");
        assertThat(tree.subList(1, indexOf(tree, "org.junit.jupiter:junit-jupiter:")))
                .noneMatch(line -> line.contains(" org.junit"));
    }

    private static int indexOf(List<String> tree, String artifact) {
        return (int) tree.stream().takeWhile(line -> !line.contains(artifact)).count();
    }

    @Test
    void serveMailAndPages(MailServer mail, WebServer web) {
        web.serve("/", Response.html("<h1>Hello</h1>"));

        assertThat(Page.open(web.uri("/"))).text("h1").isEqualTo("Hello");
        assertThat(mail.receivedMails()).isEmpty();
    }

    private static String locationOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }
}
