package io.github.postfixture.mail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder on disk that other programs can read: one file a mail, its marks in its name. */
final class Maildir {

    private static final String INFO = ":2,";

    private final Path directory;

    Maildir(Path directory) {
        this.directory = directory;
        try {
            for (String part : List.of("tmp", "new", "cur")) {
                Files.createDirectories(directory.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    /** Return the mails, in the order in which they were added. */
    List<Item> items() {
        return Stream.of("new", "cur")
                .flatMap(part -> files(directory.resolve(part)).stream())
                .map(Maildir::item)
                .sorted(Comparator.comparing(Item::name))
                .toList();
    }

    Optional<Item> item(String name) {
        return items().stream().filter(item -> item.name().equals(name)).findFirst();
    }

    /** Add a mail, under a name that no other mail has. */
    Item add(byte[] bytes, Set<Mark> marks) {
        String name = String.format(Locale.ROOT, "%015d.%s", System.currentTimeMillis(), UUID.randomUUID());
        try {
            Path written = Files.write(directory.resolve("tmp").resolve(name), bytes);
            return moved(written, directory.resolve("cur"), name, marks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Change the marks of a mail; do nothing if it is gone. */
    void mark(String name, Set<Mark> marks) {
        item(name).ifPresent(item -> moved(item.file(), directory.resolve("cur"), name, marks));
    }

    /** Remove a mail; do nothing if it is gone. */
    void remove(String name) {
        item(name).ifPresent(item -> {
            try {
                Files.deleteIfExists(item.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Item moved(Path file, Path directory, String name, Set<Mark> marks) {
        try {
            Path target = directory.resolve(name + INFO + Mark.letters(marks));
            return item(Files.move(file, target, StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(Path file) {
        String[] parts = file.getFileName().toString().split(INFO, 2);
        return new Item(parts[0], Mark.of(parts.length == 2 ? parts[1] : ""), file);
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One mail.
     *
     * @param name its name without its marks, which never changes
     * @param marks its marks
     * @param file where it lies at present
     */
    record Item(String name, Set<Mark> marks, Path file) {

        byte[] bytes() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
