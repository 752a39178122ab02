package io.github.postfixture.web.recording;

import io.github.postfixture.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;

/** Content that is not in a HAR file but in files beside it, which {@code _file} names, as Playwright writes it. */
final class AttachedContent {

    private static final long LARGEST = 64 << 20;

    private final Path folder;

    private AttachedContent(Path folder) {
        this.folder = folder;
    }

    static AttachedContent beside(Path har) {
        return new AttachedContent(
                Objects.requireNonNull(har.toAbsolutePath().normalize().getParent(), "folder"));
    }

    /** Return an entry that has all of its content itself. */
    HarField embeddedIn(HarField entry) {
        return in(in(entry, "request", "postData"), "response", "content");
    }

    private HarField in(HarField entry, String message, String content) {
        HarField carrier = entry.member(message).member(content);
        HarField file = carrier.member("_file");
        return file.find().isEmpty()
                ? entry
                : new HarField(
                        entry.place(),
                        entry.object()
                                .with(
                                        message,
                                        entry.member(message).object().with(content, embedded(carrier, read(file)))));
    }

    private static Json embedded(HarField carrier, byte[] content) {
        return Json.object()
                .with("size", content.length)
                .with("mimeType", carrier.member("mimeType").optionalText().orElse(""))
                .with("text", Base64.getEncoder().encodeToString(content))
                .with("encoding", "base64");
    }

    private byte[] read(HarField file) {
        try {
            Path path = folder.resolve(file.text()).normalize();
            if (!path.startsWith(folder) || !Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                throw file.wrong("a file beside it, of no more than " + LARGEST + " bytes");
            }
            return Files.readAllBytes(path);
        } catch (InvalidPathException | IOException e) {
            throw file.wrong("a file that can be read, not " + e);
        }
    }
}
