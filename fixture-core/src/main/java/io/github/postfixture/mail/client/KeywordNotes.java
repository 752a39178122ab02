package io.github.postfixture.mail.client;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keywords of all mails, for which a Maildir has no room; each change adds a line to a file. Safe for several threads. */
final class KeywordNotes {

    private static final String FILE = ".postfixture-keywords";

    private final Path file;
    private final Disk disk;
    private final Map<String, List<String>> byName = new ConcurrentHashMap<>();

    KeywordNotes(Path root, Disk disk) {
        file = root.resolve(FILE);
        this.disk = disk;
        Disk.lines(file).forEach(this::read);
    }

    List<String> of(String name) {
        return byName.getOrDefault(name, List.of());
    }

    void put(String name, Collection<String> keywords) {
        List<String> words = List.copyOf(keywords);
        if (!words.equals(of(name))) {
            disk.append(file, name + "/" + String.join(" ", words));
            remember(name, words);
        }
    }

    private void read(String line) {
        int end = line.indexOf('/');
        if (end > 0) {
            remember(
                    line.substring(0, end),
                    List.copyOf(MailFlags.parse(line.substring(end + 1)).keywords()));
        }
    }

    private void remember(String name, List<String> keywords) {
        if (keywords.isEmpty()) {
            byName.remove(name);
        } else {
            byName.put(name, keywords);
        }
    }
}
