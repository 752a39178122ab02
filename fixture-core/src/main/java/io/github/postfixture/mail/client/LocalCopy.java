package io.github.postfixture.mail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that a client keeps on disk. */
final class LocalCopy implements AutoCloseable {

    private final Path root;
    private final boolean temporary;
    private final LocalFolders folders;

    private LocalCopy(Path root, boolean temporary) {
        this.root = root;
        this.temporary = temporary;
        folders = new LocalFolders(root);
    }

    /** Use this directory; without one, a temporary one that is deleted in the end. */
    static LocalCopy in(Optional<Path> directory) {
        try {
            return directory.isPresent()
                    ? new LocalCopy(Files.createDirectories(directory.get()), false)
                    : new LocalCopy(Files.createTempDirectory("postfixture-client"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalFolders folders() {
        return folders;
    }

    List<LocalMail> mails(String folder) {
        return folders.has(folder)
                ? folders.folder(folder).items().stream()
                        .map(item -> LocalMail.of(folder, item))
                        .toList()
                : List.of();
    }

    LocalMail add(String folder, byte[] bytes, Set<Mark> marks) {
        return LocalMail.of(folder, folders.folder(folder).add(bytes, marks));
    }

    /** Return the marks of a mail as they are now, in a set of the caller's own. */
    Set<Mark> marks(LocalMail mail) {
        return folders.folder(mail.folder())
                .item(mail.name())
                .map(Maildir.Item::marks)
                .map(marks -> marks.isEmpty() ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(marks))
                .orElseThrow(() -> new IllegalStateException("There is no " + mail + " any more"));
    }

    void mark(LocalMail mail, Set<Mark> marks) {
        folders.folder(mail.folder()).mark(mail.name(), marks);
    }

    void remove(LocalMail mail) {
        folders.folder(mail.folder()).remove(mail.name());
    }

    @Override
    public void close() {
        if (temporary) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
