package io.github.postfixture.mail.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a folder was like on both sides when they last agreed: which file is which message of the server, with which
 * marks. Every step adds a line to its file, so that a synchronisation that breaks off goes on where it was.
 */
final class SyncState {

    private static final String FILE = ".postfixture-sync";
    private static final String LIFE = "uidvalidity ";
    private static final String GONE = "-";

    private final Path file;
    private final Map<Long, Pair> byUid = new TreeMap<>();
    private final Set<String> names = new HashSet<>();
    private long uidValidity;

    private SyncState(Path file) {
        this.file = file;
    }

    static SyncState of(Maildir folder) {
        SyncState state = new SyncState(folder.directory().resolve(FILE));
        if (Files.exists(state.file)) {
            state.read();
        }
        return state;
    }

    /** Return the pairs that were known in this life of the folder on the server; none in a new life. */
    List<Pair> pairs(long currentUidValidity) {
        if (uidValidity != currentUidValidity) {
            live(currentUidValidity);
            note(LIFE + uidValidity);
        }
        return List.copyOf(byUid.values());
    }

    /** Return whether a message of the server has its file. */
    boolean knows(long uid) {
        return byUid.containsKey(uid);
    }

    /** Return whether a file has its message of the server. */
    boolean knows(String name) {
        return names.contains(name);
    }

    void put(Pair pair) {
        if (!pair.equals(byUid.get(pair.uid()))) {
            remember(pair);
            note(pair.toString());
        }
    }

    void remove(Pair pair) {
        forget(pair.uid());
        note(GONE + pair.uid());
    }

    private void remember(Pair pair) {
        byUid.put(pair.uid(), pair);
        names.add(pair.name());
    }

    private void forget(long uid) {
        Pair gone = byUid.remove(uid);
        if (gone != null) {
            names.remove(gone.name());
        }
    }

    private void live(long life) {
        byUid.clear();
        names.clear();
        uidValidity = life;
    }

    private void read() {
        try {
            Files.readAllLines(file).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        if (line.startsWith(LIFE)) {
            live(Long.parseLong(line.substring(LIFE.length())));
        } else if (line.startsWith(GONE)) {
            forget(Long.parseLong(line.substring(GONE.length())));
        } else {
            remember(Pair.parse(line));
        }
    }

    private void note(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message of the server and the file that holds it. */
    record Pair(long uid, String name, Set<Mark> marks) {

        static Pair parse(String line) {
            String[] words = line.split(" ", 3);
            return new Pair(Long.parseLong(words[0]), words[1], Mark.of(words[2]));
        }

        @Override
        public String toString() {
            return uid + " " + name + " " + Mark.letters(marks);
        }
    }
}
