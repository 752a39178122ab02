package io.github.postfixture.mail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A folder on disk that other programs can read: one file a mail, its marks and the zone of its arrival in its name, its time of
 * arrival as time of the file.
 */
final class Maildir {

    private static final AtomicLong LAST_NAMED = new AtomicLong();

    private static final String INFO = ":2,";
    private static final String ZONE = ",Z=";
    private static final DateTimeFormatter ZONE_FORMAT = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

    private final String folder;
    private final Path directory;
    private final Disk disk;
    private final KeywordNotes keywords;

    /**
     * Open it, and create what is missing.
     *
     * @param folder what the folder is called
     */
    Maildir(String folder, Path directory, Disk disk, KeywordNotes keywords) {
        this.folder = folder;
        this.directory = directory;
        this.disk = disk;
        this.keywords = keywords;
        Stream.of("tmp", "new", "cur").map(directory::resolve).forEach(disk::createDirectory);
    }

    String folder() {
        return folder;
    }

    Path directory() {
        return directory;
    }

    /** Return the mails, in the order in which they were added. */
    List<Item> items() {
        return Stream.of("new", "cur")
                .flatMap(part -> files(directory.resolve(part)).stream())
                .map(this::item)
                .sorted(Comparator.comparing(Item::name))
                .toList();
    }

    Optional<Item> item(String name) {
        return items().stream().filter(item -> item.name().equals(name)).findFirst();
    }

    /** Return a name that no other mail has, and that sorts behind those before. */
    static String newName() {
        long microseconds = LAST_NAMED.updateAndGet(
                last -> Math.max(last + 1, TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis())));
        return String.format(Locale.ROOT, "%018d.%s", microseconds, UUID.randomUUID());
    }

    /** Return such a name of a mail that came in a zone. */
    static String newName(ZoneOffset zone) {
        return newName() + ZONE + ZONE_FORMAT.format(zone);
    }

    Item add(byte[] bytes, MailFlags flags, Instant arrived) {
        String name = newName();
        prepare(name, bytes, flags, arrived);
        return admit(name, flags);
    }

    /** Write a mail without showing it yet. */
    void prepare(String name, byte[] bytes, MailFlags flags, Instant arrived) {
        keywords.put(name, flags.keywords());
        disk.write(directory.resolve("tmp").resolve(name), bytes, arrived);
    }

    /** Show a mail that was prepared. */
    Item admit(String name, MailFlags flags) {
        return place(directory.resolve("tmp").resolve(name), name, flags);
    }

    /** Return the names of the mails that are written but not shown. */
    List<String> prepared() {
        return files(directory.resolve("tmp")).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** Take a mail of another folder, which keeps its name. */
    Item take(Item item, MailFlags flags) {
        keywords.put(item.name(), flags.keywords());
        return place(item.file(), item.name(), flags);
    }

    /** Set the flags of a mail of this folder. */
    Item mark(Item item, MailFlags flags) {
        return take(item, flags);
    }

    void remove(Item item) {
        disk.delete(item.file());
        keywords.put(item.name(), MailFlags.NONE.keywords());
    }

    private Item place(Path file, String name, MailFlags flags) {
        Path target = directory.resolve("cur").resolve(name + INFO + Flag.letters(flags.marks()));
        return item(file.equals(target) ? file : disk.move(file, target));
    }

    private Item item(Path file) {
        String[] parts = file.getFileName().toString().split(INFO, 2);
        MailFlags flags = MailFlags.of(Flag.of(parts.length == 2 ? parts[1] : ""), keywords.of(parts[0]));
        return new Item(parts[0], flags, file);
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Maildir::isMail).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMail(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && name.chars().noneMatch(Character::isISOControl) && !Files.isDirectory(file);
    }

    /**
     * One mail.
     *
     * @param name its name without its marks, which never changes
     * @param flags its marks and keywords
     * @param file where it lies at present
     */
    record Item(String name, MailFlags flags, Path file) {

        byte[] bytes() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long size() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Return when it came, in the zone that its name tells, or else in that of this machine. */
        OffsetDateTime arrived() {
            try {
                Instant instant = Files.getLastModifiedTime(file).toInstant();
                return instant.atZone(zone().orElseGet(ZoneId::systemDefault)).toOffsetDateTime();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Optional<ZoneId> zone() {
            try {
                int at = name.lastIndexOf(ZONE);
                return Optional.of(ZONE_FORMAT.parse(
                        name.substring(at < 0 ? name.length() : at + ZONE.length()), ZoneOffset::from));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
