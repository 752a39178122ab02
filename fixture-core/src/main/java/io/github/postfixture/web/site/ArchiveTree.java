package io.github.postfixture.web.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files in an archive, which is opened when the first of them is asked for. */
final class ArchiveTree implements Tree {

    private final Path archive;
    private final String directory;
    private final boolean anyCase;
    private @Nullable FileSystem opened;
    private @Nullable FileTree files;

    ArchiveTree(Path archive, String directory, boolean anyCase) {
        this.archive = archive;
        this.directory = directory;
        this.anyCase = anyCase;
    }

    @Override
    public Optional<Node> find(List<String> segments) {
        return files().find(segments);
    }

    private synchronized FileTree files() {
        if (files == null) {
            opened = open();
            files = new FileTree(opened.getPath(directory), true, anyCase);
        }
        return files;
    }

    private FileSystem open() {
        try {
            return FileSystems.newFileSystem(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
