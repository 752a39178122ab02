package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The files in an archive, which is opened when the first of them is asked for. Entries to which no path can lead, such as
 * {@code ../x}, are not there.
 */
final class ArchiveTree implements Tree {

    private static final int LONGEST_NAME = 4096;

    private final Path archive;
    private final String directory;
    private final boolean anyCase;
    private @Nullable ZipFile opened;
    private @Nullable IndexedTree files;

    /**
     * Plant a tree.
     *
     * @param directory the path within the archive, with a slash at its end; empty for all of it
     */
    ArchiveTree(Path archive, String directory, boolean anyCase) {
        this.archive = archive;
        this.directory = directory;
        this.anyCase = anyCase;
    }

    @Override
    public Optional<Node> find(List<String> segments) {
        return files().find(segments);
    }

    private synchronized IndexedTree files() {
        if (files == null) {
            try {
                opened = new ZipFile(archive.toFile());
                files = index(opened);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private IndexedTree index(ZipFile zip) throws IOException {
        Map<String, Node.Document> documents = new LinkedHashMap<>();
        List<String> folders = new ArrayList<>();
        zip.stream()
                .forEach(entry -> path(entry.getName()).ifPresent(path -> {
                    if (entry.isDirectory()) {
                        folders.add(path + "/");
                    } else {
                        documents.put(path, document(zip, entry, path));
                    }
                }));
        return new IndexedTree(
                documents, folders, Files.getLastModifiedTime(archive).toInstant(), anyCase);
    }

    /** Return the path that leads to an entry, if there is one. */
    private Optional<String> path(String name) {
        if (!name.startsWith(directory) || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        List<String> segments = Arrays.stream(name.substring(directory.length()).split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equals("."))
                .toList();
        return segments.isEmpty() || segments.stream().anyMatch(ArchiveTree::isNoName)
                ? Optional.empty()
                : Optional.of("/" + String.join("/", segments));
    }

    private static boolean isNoName(String segment) {
        return segment.equals("..") || segment.indexOf('\\') >= 0 || segment.indexOf('\0') >= 0;
    }

    private static Node.Document document(ZipFile zip, ZipEntry entry, String path) {
        return new Node.Document(
                IndexedTree.name(path),
                entry.getLastModifiedTime().toInstant(),
                new Content(zip, entry, entry.getSize()));
    }

    @Override
    public synchronized void close() {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Content(ZipFile zip, ZipEntry entry, long length) implements ResponseBody {

        @Override
        public InputStream open() throws IOException {
            return zip.getInputStream(entry);
        }
    }
}
