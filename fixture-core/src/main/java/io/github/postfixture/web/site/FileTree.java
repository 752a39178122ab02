package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files below a directory, each as it is when it is asked for.
 *
 * @param root the directory
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
            return links || staysInside(file) ? node(file) : Optional.empty();
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

    /** Return a folder or a regular file; what else there is, such as a pipe, might never be read to its end. */
    private Optional<Node> node(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Instant changed = attributes.lastModifiedTime().toInstant();
        if (attributes.isDirectory()) {
            return Optional.of(new Node.Folder(name(file), changed, () -> children(file)));
        }
        return attributes.isRegularFile() && Files.isReadable(file)
                ? Optional.of(new Node.Document(name(file), changed, new Content(file, attributes.size())))
                : Optional.empty();
    }

    private List<Node> children(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(file -> find(root.relativize(file)).stream()).toList();
        } catch (IOException e) {
            return List.of(); // It has gone, or is not for us to read.
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

    private record Content(Path file, long length) implements ResponseBody {

        /** Return whether it is there for as long as nobody deletes it. */
        @Override
        public boolean isRepeatable() {
            return file.getFileSystem().equals(FileSystems.getDefault());
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
