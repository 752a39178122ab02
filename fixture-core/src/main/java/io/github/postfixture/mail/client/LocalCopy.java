package io.github.postfixture.mail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that a client keeps on disk. Safe for several threads. */
final class LocalCopy implements AutoCloseable {

    private final Path root;
    private final boolean temporary;
    private final Disk disk;
    private final LocalFolders folders;

    private LocalCopy(Path root, boolean temporary, Disk disk) {
        this.root = root;
        this.temporary = temporary;
        this.disk = disk;
        folders = new LocalFolders(root, disk);
    }

    /** Use this directory; without one, a temporary one that is deleted in the end. */
    static LocalCopy in(Optional<Path> directory, Disk disk) {
        try {
            return directory.isPresent()
                    ? new LocalCopy(Files.createDirectories(directory.get()), false, disk)
                    : new LocalCopy(Files.createTempDirectory("postfixture-client"), true, disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalFolders folders() {
        return folders;
    }

    List<LocalMail> mails(String folder) {
        return disk.unchanged(() -> folders.has(folder) ? mails(folders.folder(folder)) : List.of());
    }

    List<LocalMail> outbox() {
        return disk.unchanged(() -> mails(folders.outbox()));
    }

    private static List<LocalMail> mails(Maildir place) {
        return place.items().stream().map(item -> LocalMail.of(place, item)).toList();
    }

    /** Keep a mail until it is sent. */
    void post(byte[] bytes) {
        folders.outbox().add(bytes, MailFlags.NONE, Instant.now());
    }

    /** Put a mail that was sent among those. */
    void sent(LocalMail mail) {
        move(mail, LocalFolders.SENT, MailFlags.NONE.with(List.of(Flag.SEEN.flag())));
    }

    /** Return the flags of a mail as they are now. */
    MailFlags flags(LocalMail mail) {
        return item(mail).flags();
    }

    void mark(LocalMail mail, MailFlags flags) {
        mail.place().mark(item(mail), flags);
    }

    LocalMail move(LocalMail mail, String folder, MailFlags flags) {
        Maildir target = folders.folder(folder);
        folders.keep(folder);
        return LocalMail.of(target, target.take(item(mail), flags));
    }

    void remove(LocalMail mail) {
        mail.place().item(mail.name()).ifPresent(mail.place()::remove);
    }

    private static Maildir.Item item(LocalMail mail) {
        return mail.place()
                .item(mail.name())
                .orElseThrow(() -> new IllegalStateException("There is no " + mail + " any more"));
    }

    @Override
    public void close() {
        if (temporary) {
            disk.deleteTree(root);
        }
    }
}
