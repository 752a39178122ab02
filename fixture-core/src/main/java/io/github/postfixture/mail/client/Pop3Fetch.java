package io.github.postfixture.mail.client;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches what is new in a maildrop, by POP3; a message is known by its unique id (RFC 1939 section 7). Which id is which
 * file is noted between writing the file and showing it, so that after a crash no mail is missing or there twice.
 */
final class Pop3Fetch {

    private static final String FILE = ".postfixture-pop3";

    private final Maildir inbox;
    private final Disk disk;
    private final Pop3Connection server;
    private final boolean keep;
    private final Path notes;
    private final Set<String> known = new HashSet<>();
    private final List<String> failures;
    private final List<LocalMail> arrived;

    /**
     * Prepare to fetch.
     *
     * @param keep whether the server keeps what was fetched
     * @param failures gets what could not be done
     * @param arrived gets the mails that came
     */
    Pop3Fetch(
            LocalFolders folders, Pop3Connection server, boolean keep, List<String> failures, List<LocalMail> arrived) {
        this.failures = failures;
        this.arrived = arrived;
        inbox = folders.folder(LocalFolders.INBOX);
        disk = folders.disk();
        this.server = server;
        this.keep = keep;
        notes = inbox.directory().resolve(FILE);
    }

    /** Do it. */
    void run() throws IOException {
        Disk.lines(notes).forEach(this::recall);
        for (Map.Entry<String, List<String>> entry : numbersById().entrySet()) {
            try {
                fetch(entry.getValue(), entry.getKey());
            } catch (CommandRefusedException e) {
                failures.add(e.getMessage());
            }
        }
        server.command("QUIT");
    }

    private Map<String, List<String>> numbersById() throws IOException {
        try {
            return server.lines("UIDL").stream()
                    .map(line -> line.strip().split(" ", 2))
                    .filter(words -> words.length == 2 && ImapReplies.isNumber(words[0]))
                    .collect(groupingBy(
                            words -> words[1].strip(), LinkedHashMap::new, mapping(words -> words[0], toList())));
        } catch (CommandRefusedException e) {
            throw new CommandRefusedException(e.getMessage()
                    + "; without unique ids (RFC 1939 section 7) no mail can be told from those fetched before");
        }
    }

    private void fetch(List<String> numbers, String id) throws IOException {
        if (numbers.size() > 1) {
            throw new CommandRefusedException("UIDL: the messages " + numbers + " have one id, " + id);
        }
        fetch(numbers.get(0), id);
    }

    private void fetch(String number, String id) throws IOException {
        if (!known.contains(id)) {
            byte[] message = server.read("RETR " + number);
            String name = Maildir.newName();
            inbox.prepare(name, message, MailFlags.NONE, Instant.now());
            disk.append(notes, name + " " + id);
            known.add(id);
            show(name);
        }
        if (!keep) {
            server.command("DELE " + number);
        }
    }

    /** Read a note, and show the file of one that a crash has kept from being shown. */
    private void recall(String line) {
        String[] words = line.split(" ", 2);
        if (words.length == 2) {
            known.add(words[1]);
            Optional.of(words[0]).filter(inbox.prepared()::contains).ifPresent(this::show);
        }
    }

    private void show(String name) {
        arrived.add(LocalMail.of(inbox, inbox.admit(name, MailFlags.NONE)));
    }
}
