package io.github.postfixture.examples.standalone;

import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the process: the certificate of the authority, and each accepted message. */
final class State {

    private final Path directory;
    private final boolean temporary;

    private State(Path directory, boolean temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    /** Use this directory; without one, a temporary one that is deleted in the end. */
    static State in(Optional<Path> directory) throws IOException {
        Path used = directory.isPresent()
                ? Files.createDirectories(directory.get())
                : Files.createTempDirectory("postfixture");
        return new State(used.toAbsolutePath(), directory.isEmpty());
    }

    Path saveCertificate(CertificateAuthority authority) throws IOException {
        return Files.writeString(directory.resolve("ca.pem"), authority.pem());
    }

    /** Save the message, if the event is about one. */
    void save(Event event) {
        if (event.detail() instanceof ReceivedMail mail) {
            try {
                Files.write(directory.resolve(String.format(Locale.ROOT, "%04d.eml", mail.number())), mail.raw());
            } catch (IOException e) {
                System.err.println("Cannot save message " + mail.number() + ": " + e);
            }
        }
    }

    /** Delete the files, if they are temporary. */
    void close() {
        if (temporary && Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(State::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
