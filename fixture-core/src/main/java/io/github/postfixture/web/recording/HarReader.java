package io.github.postfixture.web.recording;

import io.github.postfixture.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads HAR files. */
final class HarReader {

    private static final long LARGEST = 512 << 20;

    private final String name;
    private final AttachedContent attached;
    private final List<HarEntry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private HarReader(String name, AttachedContent attached) {
        this.name = name;
        this.attached = attached;
    }

    static Har read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return name.endsWith(".zip") ? unzipped(name, file) : read(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e, e);
        }
    }

    private static Har unzipped(String name, Path file) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file);
                Stream<Path> files = Files.list(zip.getPath("/"))) {
            Path har = files.filter(each -> each.toString().endsWith(".har"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + " has no file that ends in .har"));
            return read(name, har);
        }
    }

    private static Har read(String name, Path file) throws IOException {
        return new HarReader(name, AttachedContent.beside(file)).har(json(name, file));
    }

    /** Read what this library wrote itself, without files beside it. */
    static Har read(String name, Json document) {
        return new HarReader(name, AttachedContent.beside(Path.of(name))).har(document);
    }

    private Har har(Json document) {
        HarField log = new HarField(name + ": log", document.find("log").orElse(null));
        HarField all = log.member("entries");
        all.array();
        all.items().forEach(this::add);
        return new Har(name, log.object(), entries, leftOut);
    }

    private static Json json(String name, Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException(
                    name + " has " + Files.size(file) + " bytes, expected no more than " + LARGEST);
        }
        try {
            return Json.parse(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " is no HAR file: not UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is no HAR file: " + e.getMessage(), e);
        }
    }

    private void add(HarField entry) {
        Optional<String> reason = whyLeftOut(entry);
        if (reason.isPresent()) {
            HarField request = entry.member("request");
            leftOut.add(entry.place() + " ("
                    + request.member("method").optionalText().orElse("no method") + " "
                    + request.member("url").text() + "): " + reason.get());
        } else {
            entries.add(HarEntry.of(attached.embeddedIn(entry)));
        }
    }

    private static Optional<String> whyLeftOut(HarField entry) {
        HarUrl url = HarUrl.of(entry.member("request").member("url"));
        HarField status = entry.member("response").member("status");
        if (url.scheme().startsWith("ws") || (url.isHttp() && status.number() == 101)) {
            return Optional.of("a WebSocket");
        }
        if (!url.isHttp()) {
            return Optional.of("not by HTTP");
        }
        return status.number() < 200 ? Optional.of("no answer") : Optional.empty();
    }
}
