package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.ReceivedMail;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * Two clients of one mailbox that do anything in any order, while connections break, commands are refused, and the clients
 * end as by a crash between any two steps; and what must be left of it all. The same seed does the same.
 */
final class RandomEdits implements AutoCloseable {

    private static final List<String> ALL_FOLDERS = List.of(
            "INBOX",
            "Archive",
            "Work",
            "Work/Deep",
            "Work/Deep/er",
            "Trash \u00fcn\u00ef",
            "Outbox",
            "new",
            "Work/cur",
            "x&y",
            "Sent");
    private static final List<String> KEYWORDS = List.of("Paid", "$Label1", "urgent");
    private static final int ROUNDS = 8;

    private final List<String> folders;
    private final Random random;
    private final String user;
    private final Endpoint server;
    private final MailServer smtp;
    private final FaultyRelay relay;
    private final List<Device> devices = new ArrayList<>();
    private final Map<String, Delivered> delivered = new TreeMap<>();
    private final Set<String> posted = new TreeSet<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<String> wrong = new ArrayList<>();
    private boolean faulty = true;
    private int mails;

    /**
     * Prepare.
     *
     * @param impossible names that the server cannot give to folders
     */
    RandomEdits(long seed, String user, Endpoint server, MailServer smtp, Path disk, Set<String> impossible)
            throws IOException {
        random = new Random(seed);
        folders =
                ALL_FOLDERS.stream().filter(name -> !impossible.contains(name)).toList();
        this.user = user;
        this.server = server;
        this.smtp = smtp;
        Random faults = new Random(seed);
        relay = new FaultyRelay(server, name -> fault(faults, name));
        for (int i = 0; i < 2; i++) {
            devices.add(new Device(disk.resolve("device" + i)));
        }
    }

    private FaultyRelay.Fault fault(Random faults, String command) {
        if (!faulty
                || command.isEmpty()
                || command.equals("LOGIN")
                || command.equals("AUTHENTICATE")
                || faults.nextInt(100) >= 6) {
            return FaultyRelay.Fault.NONE;
        }
        FaultyRelay.Fault[] all = FaultyRelay.Fault.values();
        FaultyRelay.Fault fault = all[1 + faults.nextInt(all.length - 1)];
        count(fault.name());
        log(fault + " at " + command);
        return fault;
    }

    private void log(String text) {
        log.add(text);
    }

    /** Return what was done, and what went wrong meanwhile. */
    List<String> log() {
        return log;
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Do this many edits. */
    void run(int edits) throws Exception {
        for (int i = 0; i < edits; i++) {
            edit(devices.get(random.nextInt(2)));
        }
    }

    private void edit(Device device) throws Exception {
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> deliver();
            case 3, 4 -> device.withMail(device::mark);
            case 5 -> device.withMail(device::keyword);
            case 6, 7, 8 -> device.withMail(device::move);
            case 9 -> device.withMail(device::delete);
            case 10 -> device.folder();
            case 11 -> device.goOnOrOffline();
            case 12 -> device.send();
            case 13 -> device.crashSoon();
            default -> device.synchronise();
        }
    }

    private void deliver() throws Exception {
        mails++;
        String id = "d" + mails;
        String folder = random.nextInt(4) == 0 ? "Archive" : "INBOX";
        Instant at = Instant.ofEpochSecond(1_500_000_000L + random.nextInt(100_000_000));
        Set<String> flags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        flags.addAll(random.nextBoolean() ? Set.of("\\Seen", "Paid") : Set.of());
        byte[] bytes = ("From: a@example.org\r\nTo: " + user + "\r\nSubject: " + id
                        + (random.nextInt(3) == 0 ? "" : "\r\nMessage-ID: <" + id + "@example.org>")
                        + "\r\n\r\nBody of " + id
                        + "\r\n.\r\n" + "x".repeat(random.nextInt(50)) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        count("deliver");
        withStore(store -> {
            Folder target = store.getFolder(folder);
            if (!target.exists()) {
                target.create(Folder.HOLDS_MESSAGES);
            }
            MimeMessage message = new Dated(bytes, at);
            flags.forEach(flag -> setFlag(message, flag));
            target.appendMessages(new Message[] {message});
            return target;
        });
        delivered.put(id, new Delivered(bytes, at, flags));
        log("deliver " + id + " into " + folder);
    }

    private static void setFlag(Message message, String flag) {
        try {
            message.setFlags(flag.equals("\\Seen") ? new Flags(Flags.Flag.SEEN) : new Flags(flag), true);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Let both clients come to rest, without faults, and return what is wrong then. */
    List<String> wrong() throws Exception {
        faulty = false;
        for (Device device : devices) {
            device.recover();
        }
        Map<String, List<String>> there = Map.of();
        for (int round = 0; round < ROUNDS; round++) {
            for (Device device : devices) {
                device.client.goOnline();
            }
            there = server();
            if (there.equals(devices.get(0).mails())
                    && there.equals(devices.get(1).mails())) {
                break;
            }
            if (round == ROUNDS - 1) {
                wrong.add("no agreement:\n  " + there + "\n  " + devices.get(0).mails() + "\n  "
                        + devices.get(1).mails());
            }
        }
        delivered.forEach((id, mail) -> mail.judge(id, wrong));
        judgeSent(wrong);
        return wrong;
    }

    /** Every mail is sent once; one that is sent while a client crashes may be sent again. */
    private void judgeSent(List<String> wrong) {
        List<String> received = smtp.receivedMails().stream()
                .map(ReceivedMail::subject)
                .filter(id -> id.startsWith("s"))
                .toList();
        posted.stream().filter(id -> !received.contains(id)).forEach(id -> wrong.add(id + " was never sent"));
        int more = received.size() - new HashSet<>(received).size();
        if (more > counts.getOrDefault("crash", 0)) {
            wrong.add(more + " mails were sent more than once");
        }
    }

    /** Return what was done how often. */
    Map<String, Integer> counts() {
        return counts;
    }

    private Map<String, List<String>> server() throws Exception {
        delivered.values().forEach(mail -> mail.found.clear());
        return withStore(store -> {
            Map<String, List<String>> folders = new TreeMap<>();
            char separator = store.getDefaultFolder().getSeparator();
            for (Folder folder : store.getDefaultFolder().list("*")) {
                if ((folder.getType() & Folder.HOLDS_MESSAGES) != 0) {
                    String name = folder.getFullName().replace(separator, '/');
                    List<String> mails = new ArrayList<>();
                    if (!opens(folder)) {
                        continue;
                    }
                    for (Message message : folder.getMessages()) {
                        mails.add(read(name, message));
                    }
                    folder.close(false);
                    folders.put(name, sorted(mails));
                }
            }
            return folders;
        });
    }

    /** Return whether a folder can be opened; Dovecot lists some that are not there. */
    private static boolean opens(Folder folder) {
        try {
            folder.open(Folder.READ_ONLY);
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private String read(String folder, Message message) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
            bytes = in.readAllBytes();
        }
        Set<String> flags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        flags.addAll(Arrays.asList(message.getFlags().getUserFlags()));
        Map.of(
                        Flags.Flag.SEEN,
                        "\\Seen",
                        Flags.Flag.FLAGGED,
                        "\\Flagged",
                        Flags.Flag.ANSWERED,
                        "\\Answered",
                        Flags.Flag.DRAFT,
                        "\\Draft",
                        Flags.Flag.DELETED,
                        "\\Deleted")
                .forEach((flag, name) -> {
                    if (has(message, flag)) {
                        flags.add(name);
                    }
                });
        Delivered mail = delivered.get(String.valueOf(message.getSubject()));
        if (mail != null) {
            mail.found.add(new Found(folder, bytes, message.getReceivedDate().toInstant(), flags));
        }
        return described(message.getSubject(), flags, bytes);
    }

    private static boolean has(Message message, Flags.Flag flag) {
        try {
            return message.isSet(flag);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String described(String subject, Set<String> flags, byte[] bytes) {
        String names = flags.stream()
                .map(flag -> flag.toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" "));
        return subject + " (" + names + ") " + Arrays.hashCode(bytes);
    }

    private static Map<String, List<String>> filled(Map<String, List<String>> folders) {
        return folders.entrySet().stream()
                .filter(folder -> !folder.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> sorted(List<String> mails) {
        return mails.stream().sorted().toList();
    }

    private <T> T withStore(Use<T> use) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(server.host(), server.port(), user, "secret");
            return use.of(store);
        }
    }

    @Override
    public void close() throws IOException {
        for (Device device : devices) {
            device.client.close();
        }
        relay.close();
    }

    @FunctionalInterface
    private interface Use<T> {

        T of(Store store) throws MessagingException, IOException;
    }

    /** One of both clients. */
    private final class Device {

        private final Path disk;
        private MailClient client;
        private boolean online = true;
        private int stepsToCrash = Integer.MAX_VALUE;

        Device(Path disk) {
            this.disk = disk;
            client = start();
        }

        private MailClient start() {
            return MailClient.of(user, "secret")
                    .mailbox(relay.imap())
                    .smtp(smtp.smtp())
                    .directory(disk)
                    .beforeEachStep(this::step)
                    .start();
        }

        private void step() {
            stepsToCrash--;
            if (stepsToCrash <= 0) {
                throw new Crash();
            }
        }

        /** Do something, and begin anew on the same disk if it ends in a crash; return whether it was done. */
        private boolean attempt(String what, Runnable action) {
            log(disk.getFileName() + " " + what);
            try {
                action.run();
                return true;
            } catch (MailClientException e) {
                count("failure told");
                log(String.valueOf(e.getMessage()));
                return false;
            } catch (Crash e) {
                count("crash");
                log("crash");
                recover();
                return false;
            }
        }

        void recover() {
            stepsToCrash = Integer.MAX_VALUE;
            client = start();
            online = true;
        }

        void crashSoon() {
            stepsToCrash = 1 + random.nextInt(60);
        }

        void withMail(Function<LocalMail, Edit> edit) {
            List<LocalMail> all = client.folders().stream()
                    .flatMap(folder -> client.mails(folder).stream())
                    .toList();
            if (!all.isEmpty()) {
                LocalMail mail = all.get(random.nextInt(all.size()));
                Edit chosen = edit.apply(mail);
                attempt(chosen.what + " " + mail, chosen.action);
            }
        }

        private Delivered record(LocalMail mail) {
            return delivered.getOrDefault(mail.subject(), new Delivered(new byte[0], Instant.EPOCH, Set.of()));
        }

        Edit mark(LocalMail mail) {
            Flag mark = List.of(Flag.values()).get(random.nextInt(Flag.values().length));
            boolean adds = random.nextInt(3) > 0;
            count("mark");
            return new Edit((adds ? "mark " : "unmark ") + mark, () -> {
                record(mail).change(mark.flag(), adds);
                if (adds) {
                    client.mark(mail, mark);
                } else {
                    client.unmark(mail, mark);
                }
                record(mail).changed(mark.flag(), adds);
            });
        }

        Edit keyword(LocalMail mail) {
            String keyword = KEYWORDS.get(random.nextInt(KEYWORDS.size()));
            boolean adds = random.nextInt(3) > 0;
            count("keyword");
            return new Edit((adds ? "add " : "remove ") + keyword, () -> {
                record(mail).change(keyword, adds);
                if (adds) {
                    client.addKeywords(mail, keyword);
                } else {
                    client.removeKeywords(mail, keyword);
                }
                record(mail).changed(keyword, adds);
            });
        }

        Edit move(LocalMail mail) {
            String folder = folders.get(random.nextInt(folders.size()));
            count("move");
            return new Edit("move to " + folder, () -> {
                record(mail).movers.add(this);
                client.move(mail, folder);
            });
        }

        Edit delete(LocalMail mail) {
            count("delete");
            return new Edit("delete", () -> {
                record(mail).deleters.add(this);
                client.delete(mail);
                record(mail).deleted = true;
            });
        }

        void folder() {
            String folder = folders.get(1 + random.nextInt(folders.size() - 1));
            String other = folders.get(1 + random.nextInt(folders.size() - 1));
            count("folder");
            switch (random.nextInt(4)) {
                case 0, 1 -> attempt("create " + folder, () -> client.createFolder(folder));
                case 2 -> {
                    client.mails(folder).forEach(mail -> record(mail).movers.add(this));
                    attempt("rename " + folder + " to " + other, () -> client.renameFolder(folder, other));
                }
                default -> {
                    client.mails(folder).forEach(mail -> record(mail).deleters.add(this));
                    attempt("delete " + folder, () -> client.deleteFolder(folder));
                }
            }
        }

        void goOnOrOffline() {
            count("on or offline");
            online = !online;
            if (online) {
                attempt("online", client::goOnline);
            } else {
                log(disk.getFileName() + " offline");
                client.goOffline();
            }
        }

        void send() {
            mails++;
            String id = "s" + mails;
            count("send");
            attempt(
                    "send " + id,
                    () -> client.send(InboundMail.from(user)
                            .to("somebody@example.net")
                            .subject(id)
                            .text("Sent")));
            if (Stream.concat(client.outbox().stream(), client.mails("Sent").stream())
                    .anyMatch(mail -> mail.subject().equals(id))) {
                posted.add(id);
            }
        }

        /** Synchronise; when nothing failed, both sides must have the same mail. */
        void synchronise() throws Exception {
            count("synchronise");
            if (attempt("synchronise", client::synchronise) && online) {
                Map<String, List<String>> there = server();
                if (!filled(there).equals(filled(mails()))) {
                    wrong.add("not the same after edit " + log.size() + ":\n  " + there + "\n  " + mails());
                }
            }
        }

        Map<String, List<String>> mails() {
            return client.folders().stream()
                    .collect(Collectors.toMap(
                            folder -> folder,
                            folder -> sorted(client.mails(folder).stream()
                                    .map(this::described)
                                    .toList()),
                            (one, other) -> one,
                            TreeMap::new));
        }

        private String described(LocalMail mail) {
            Set<String> flags = new HashSet<>(mail.keywords());
            mail.marks().forEach(mark -> flags.add(mark.flag()));
            return RandomEdits.described(mail.subject(), flags, mail.raw());
        }
    }

    private record Edit(String what, Runnable action) {}

    /** A mail that was delivered, as it is in the end. */
    private static final class Found {

        private final String folder;
        private final byte[] bytes;
        private final Instant at;
        private final Set<String> flags;

        Found(String folder, byte[] bytes, Instant at, Set<String> flags) {
            this.folder = folder;
            this.bytes = bytes;
            this.at = at;
            this.flags = flags;
        }
    }

    /** A mail that was delivered, and what was done to it. */
    private static final class Delivered {

        private final byte[] bytes;
        private final Instant at;
        private final Map<String, Set<Boolean>> changes = new HashMap<>();
        private final Map<String, Boolean> uncertain = new HashMap<>();
        private final Set<Device> movers = new HashSet<>();
        private final Set<Device> deleters = new HashSet<>();
        private final List<Found> found = new ArrayList<>();
        private boolean deleted;

        Delivered(byte[] bytes, Instant at, Set<String> flags) {
            this.bytes = bytes;
            this.at = at;
            flags.forEach(flag -> changed(flag, true));
        }

        /** Note a change that is about to be made, and may end in a crash. */
        void change(String flag, boolean adds) {
            uncertain.put(flag, adds);
        }

        void changed(String flag, boolean adds) {
            uncertain.remove(flag);
            changes.computeIfAbsent(flag, name -> new HashSet<>()).add(adds);
        }

        void judge(String id, List<String> wrong) {
            Set<Device> othersMoved = new HashSet<>(movers);
            othersMoved.removeAll(deleters);
            if (found.isEmpty() && deleters.isEmpty()) {
                wrong.add(id + " is lost");
            }
            if (found.size() > 1) {
                wrong.add(id + " is there twice: "
                        + found.stream().map(one -> one.folder).toList());
            }
            if (deleted && deleters.size() == 1 && othersMoved.isEmpty() && !found.isEmpty()) {
                wrong.add(id + " has come back");
            }
            found.forEach(one -> judge(id, one, wrong));
        }

        private void judge(String id, Found one, List<String> wrong) {
            if (!Arrays.equals(one.bytes, bytes)) {
                wrong.add(id + " has other bytes");
            }
            if (!one.at.equals(at)) {
                wrong.add(id + " arrived at " + one.at + " instead of " + at);
            }
            if (!deleters.isEmpty()) {
                return;
            }
            changes.forEach((flag, added) -> {
                if (!uncertain.containsKey(flag)
                        && added.size() == 1
                        && added.contains(true) != one.flags.contains(flag)) {
                    wrong.add(id + " " + flag + " should be " + added);
                }
            });
            one.flags.stream()
                    .filter(flag -> !changes.containsKey(flag) && !uncertain.containsKey(flag))
                    .forEach(flag -> wrong.add(id + " has " + flag + " of itself"));
        }
    }

    /** A message with a date of arrival. */
    private static final class Dated extends MimeMessage {

        private final Instant at;

        Dated(byte[] bytes, Instant at) throws MessagingException {
            super(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            this.at = at;
        }

        @Override
        public Date getReceivedDate() {
            return Date.from(at);
        }
    }

    /** The end of a client without any goodbye. */
    private static final class Crash extends Error {

        private static final long serialVersionUID = 1L;
    }
}
