package io.github.postfixture.web.site;

import io.github.postfixture.web.jetty.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files below a directory, each as it is when it is asked for.
 *
 * @param root the directory, on disk or in an archive
 * @param links whether symbolic links may lead out of it
 * @param anyCase whether names in another case will do
 */
record FileTree(Path root, boolean links, boolean anyCase) implements Tree {

    @Override
    public Optional<Node> find(List<String> segments) {
        try {
            Path file = root;
            for (String segment : segments) {
                file = step(file, segment);
            }
            return links || staysInside(file) ? Optional.of(node(file)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // It is not there, or not for us to read: to the client that is the same.
        }
    }

    private Path step(Path directory, String name) throws IOException {
        Path exact = directory.resolve(name);
        if (!anyCase || Files.exists(exact)) {
            return exact;
        }
        try (Stream<Path> siblings = Files.list(directory)) {
            return siblings.filter(file -> name(file).equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchFileException(exact.toString()));
        }
    }

    private boolean staysInside(Path file) throws IOException {
        return file.toRealPath().startsWith(root.toRealPath());
    }

    private Node node(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.isDirectory()
                ? new Node.Folder(name(file), attributes.lastModifiedTime().toInstant(), () -> children(file))
                : new Node.Document(
                        name(file), attributes.lastModifiedTime().toInstant(), new Content(file, attributes.size()));
    }

    private List<Node> children(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(file -> find(root.relativize(file)).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Node> find(Path relative) {
        return find(Stream.iterate(0, i -> i < relative.getNameCount(), i -> i + 1)
                .map(i -> name(relative.getName(i)))
                .toList());
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? "" : last.toString().replace("/", "");
    }

    private record Content(Path file, long length) implements Body {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
