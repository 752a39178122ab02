package io.github.postfixture.mail.client;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a folder was like on both sides when they last agreed: which file is which message of the server, with which flags.
 * Every step adds a line to its file, so that a synchronisation that breaks off goes on where it was.
 */
final class SyncState {

    private static final String FILE = ".postfixture-sync";
    private static final String MET = "met";
    private static final String GONE = "-";
    private static final String COPYING = "copying";
    private static final String UPLOADING = "uploading";

    private final Path file;
    private final Disk disk;
    private final Map<RemoteUid, Pair> byUid = new TreeMap<>();
    private final Map<String, Pair> byName = new HashMap<>();
    private final Map<String, Long> copying = new HashMap<>();
    private boolean met;
    private String uploading = "";

    private SyncState(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    static SyncState of(Maildir folder, Disk disk) {
        SyncState state = new SyncState(folder.directory().resolve(FILE), disk);
        Disk.lines(state.file).forEach(state::read);
        return state;
    }

    /** Return whether the server has ever had this folder. */
    boolean wasOnServer() {
        return met;
    }

    void meet() {
        if (!met) {
            met = true;
            note(MET);
        }
    }

    List<Pair> pairs() {
        return List.copyOf(byUid.values());
    }

    Optional<Pair> of(RemoteUid uid) {
        return Optional.ofNullable(byUid.get(uid));
    }

    Optional<Pair> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Return whether a file has its message here. */
    boolean knows(String name) {
        return byName.containsKey(name);
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

    /** Note that a mail of another folder is about to be copied here, where new mail has this UID at least. */
    void copying(String name, long uidNext) {
        copying.put(name, uidNext);
        note(String.join("/", COPYING, String.valueOf(uidNext), name));
    }

    /** Return the least UID that the copy of a mail has, if there may be one. */
    OptionalLong copied(String name) {
        return copying.containsKey(name) ? OptionalLong.of(copying.get(name)) : OptionalLong.empty();
    }

    /** Note that a mail is about to be added here. */
    void uploading(String name) {
        uploading = name;
        note(UPLOADING + "/" + name);
    }

    /** Return whether this is the mail that was to be added last. */
    boolean isUploading(String name) {
        return uploading.equals(name);
    }

    private void remember(Pair pair) {
        forget(pair.uid());
        byUid.put(pair.uid(), pair);
        byName.put(pair.name(), pair);
    }

    private void forget(RemoteUid uid) {
        Pair gone = byUid.remove(uid);
        if (gone != null) {
            byName.remove(gone.name(), gone);
        }
    }

    /** Read a line; one that a crash cut short is passed over. */
    private void read(String line) {
        String[] words = line.split("/", 4);
        if (line.equals(MET)) {
            met = true;
        } else if (line.startsWith(GONE) && words.length == 2) {
            RemoteUid.parse(words[0].substring(1), words[1]).ifPresent(this::forget);
        } else if (words[0].equals(COPYING) && words.length == 3 && ImapReplies.isNumber(words[1])) {
            copying.put(words[2], Long.parseLong(words[1]));
        } else if (words[0].equals(UPLOADING) && words.length == 2) {
            uploading = words[1];
        } else if (words.length == 4) {
            RemoteUid.parse(words[0], words[1])
                    .ifPresent(uid -> remember(new Pair(uid, words[2], MailFlags.parse(words[3]))));
        }
    }

    private void note(String line) {
        disk.append(file, line);
    }

    /**
     * A message of the server and the file that holds it.
     *
     * @param flags the flags that both had when they last agreed
     */
    record Pair(RemoteUid uid, String name, MailFlags flags) {

        @Override
        public String toString() {
            return uid + "/" + name + "/" + flags;
        }
    }
}
