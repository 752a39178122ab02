package io.github.postfixture.mail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The local copy: a directory with a Maildir for each folder; folders within folders are directories within. */
final class LocalFolders {

    static final String INBOX = "INBOX";
    static final String SENT = "Sent";

    /** What is not sent yet; it is no folder of the server. */
    static final String OUTBOX = "Outbox";

    private final Path root;

    LocalFolders(Path root) {
        this.root = root;
    }

    /** Return a folder, which is created if there is none. */
    Maildir folder(String name) {
        return new Maildir(directory(name));
    }

    boolean has(String name) {
        return isFolder(directory(name));
    }

    /** Return the names of all folders but the outbox, in order. */
    List<String> names() {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(LocalFolders::isFolder)
                    .map(path -> root.relativize(path).toString())
                    .filter(name -> !name.equals(OUTBOX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFolder(Path directory) {
        return Files.isDirectory(directory.resolve("cur"));
    }

    private Path directory(String name) {
        Path directory = root.resolve(name).normalize();
        if (!directory.startsWith(root.normalize()) || name.isBlank()) {
            throw new IllegalArgumentException("folder (" + name + ") must be a name such as Archive or Archive/2026");
        }
        return directory;
    }
}
