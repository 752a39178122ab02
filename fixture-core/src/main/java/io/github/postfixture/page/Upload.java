package io.github.postfixture.page;

import java.io.FileNotFoundException;
import java.net.URLConnection;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Optional;

/** A file that a form sends along. */
record Upload(String fileName, String type, BodyPublisher content) {

    private static final String ANY_TYPE = "application/octet-stream";

    /** What is sent for a file field in which no file was chosen. */
    static final Upload NONE = new Upload("", ANY_TYPE, BodyPublishers.noBody());

    static Upload of(Path file) {
        String name = String.valueOf(file.getFileName());
        String type = Optional.ofNullable(URLConnection.guessContentTypeFromName(name))
                .orElse(ANY_TYPE);
        try {
            return new Upload(name, type, BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException("file (" + file + ") must exist", e);
        }
    }

    static Upload of(String fileName, String type, byte[] content) {
        return new Upload(fileName, type, BodyPublishers.ofByteArray(content.clone()));
    }
}
