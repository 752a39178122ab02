package io.github.postfixture.mail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every change of what a client keeps: each is done whole or not at all, and announced before, so that a crash can be tried between any two. */
final class Disk {

    private final Runnable beforeEachStep;

    Disk(Runnable beforeEachStep) {
        this.beforeEachStep = beforeEachStep;
    }

    /** Announce a step that is taken elsewhere. */
    void step() {
        beforeEachStep.run();
    }

    void createDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            change(() -> Files.createDirectories(directory));
        }
    }

    /** Write a file that nobody looks at yet. */
    void write(Path file, byte[] bytes, Instant modified) {
        change(() -> Files.setLastModifiedTime(Files.write(file, bytes), FileTime.from(modified)));
    }

    void append(Path file, String line) {
        change(() -> Files.writeString(
                file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    Path move(Path file, Path target) {
        change(() -> Files.move(file, target, StandardCopyOption.ATOMIC_MOVE));
        return target;
    }

    void delete(Path file) {
        if (Files.exists(file)) {
            change(() -> Files.deleteIfExists(file));
        }
    }

    /** Delete a directory and all that is in it. */
    void deleteTree(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(this::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the lines of a file; none if there is no such file. */
    static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Look at several files, while none of them changes. */
    synchronized <T> T unchanged(Supplier<T> look) {
        return look.get();
    }

    private synchronized void change(Change change) {
        step();
        try {
            change.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Change {

        void make() throws IOException;
    }
}
