package io.github.postfixture.mail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The local copy: a directory with a Maildir for each folder, and one for what is not sent yet. */
final class LocalFolders {

    static final String INBOX = "INBOX";
    static final String SENT = "Sent";

    private static final String OUTBOX = "Outbox";
    private static final String NAME = ".postfixture-folder";
    private static final String REMOVED = ".postfixture-removed";

    private final Path root;
    private final Disk disk;
    private final KeywordNotes keywords;

    LocalFolders(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
        keywords = new KeywordNotes(root, disk);
    }

    Disk disk() {
        return disk;
    }

    /** Return what is not sent yet; it is no folder, whatever a folder of the server is called. */
    Maildir outbox() {
        return new Maildir(OUTBOX, root.resolve(FolderDirectories.OUTBOX), disk, keywords);
    }

    /** Return a folder, which is created if there is none. */
    Maildir folder(String name) {
        Path directory = directory(name);
        if (!Optional.of(canonical(name)).equals(nameOf(directory))) {
            disk.createDirectory(directory);
            disk.append(directory.resolve(NAME), name);
        }
        return new Maildir(canonical(name), directory, disk, keywords);
    }

    boolean has(String name) {
        return isFolder(directory(name)) && !isRemoved(name);
    }

    /** Return the names of all folders, in order. */
    List<String> names() {
        return namesWithRemoved().stream().filter(name -> !isRemoved(name)).toList();
    }

    /** Return the names of all folders and of those that the server is still to remove. */
    List<String> namesWithRemoved() {
        try (Stream<Path> paths = Files.list(root)) {
            return paths.filter(LocalFolders::isFolder)
                    .flatMap(directory -> nameOf(directory).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRemoved(String name) {
        return Files.exists(directory(name).resolve(REMOVED));
    }

    void create(String name) {
        folder(name);
        keep(name);
    }

    /** Note that the server is to remove the folder, if there is one. */
    void remove(String name) {
        if (has(name)) {
            disk.append(directory(name).resolve(REMOVED), "");
        }
    }

    void keep(String name) {
        disk.delete(directory(name).resolve(REMOVED));
    }

    /** Forget a folder and all that is in it. */
    void forget(String name) {
        disk.deleteTree(directory(name));
    }

    private static boolean isFolder(Path directory) {
        return Files.isDirectory(directory.resolve("cur"));
    }

    private static Optional<String> nameOf(Path directory) {
        List<String> noted = Disk.lines(directory.resolve(NAME));
        return noted.isEmpty()
                ? FolderDirectories.folderOf(directory.getFileName().toString())
                : Optional.of(String.join("\n", noted));
    }

    private Path directory(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("folder () must be a name such as Archive or Archive/2026");
        }
        return root.resolve(FolderDirectories.of(canonical(name)));
    }

    /** Return the name; that of the inbox in capitals, as it means the same in any case (RFC 3501 section 5.1). */
    static String canonical(String name) {
        return name.equalsIgnoreCase(INBOX) ? INBOX : name;
    }
}
