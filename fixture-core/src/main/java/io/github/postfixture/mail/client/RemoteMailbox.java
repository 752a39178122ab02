package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.imap.MailboxName;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folders of a mailbox, by IMAP. Their names are the client's: {@code /} separates the levels, whatever separates them
 * on the server, and a slash within a name of the server is what separates there.
 */
final class RemoteMailbox implements AutoCloseable {

    private static final int MOST_FOLDERS = 10_000;

    private final MailAccount account;
    private final Endpoint imap;
    private final Map<String, Object> wireNames = new TreeMap<>();
    private final Set<String> clashes = new TreeSet<>();
    private ImapConnection connection;
    private String prefix = "";
    private char separator = '/';
    private String selected = "";

    private RemoteMailbox(MailAccount account, Endpoint imap) throws IOException {
        this.account = account;
        this.imap = imap;
        connection = ImapConnection.open(account, imap);
    }

    static RemoteMailbox open(MailAccount account, Endpoint imap) throws IOException {
        RemoteMailbox mailbox = new RemoteMailbox(account, imap);
        try {
            mailbox.learnNames();
            return mailbox;
        } catch (IOException | RuntimeException e) {
            mailbox.close();
            throw e;
        }
    }

    ImapConnection connection() {
        return connection;
    }

    /** Begin anew on another connection, as the server has closed this one. */
    void reconnect() throws IOException {
        selected = "";
        connection.close();
        connection = ImapConnection.open(account, imap);
    }

    /** Return the names of the folders that can have messages. */
    Set<String> names() {
        return wireNames.keySet();
    }

    /** Return the names that several folders of the server would have here, so that only the first has it. */
    Set<String> clashes() {
        return clashes;
    }

    /** Forget a folder that is listed, but is not there: one that was deleted, of which folders within it are left. */
    void forget(String name) {
        wireNames.remove(name);
    }

    boolean has(String name) {
        return wireNames.containsKey(name);
    }

    /** Select a folder and list what is in it. */
    RemoteFolder look(String name) throws IOException {
        RemoteFolder.Selected state = select(name);
        RemoteFolder folder = RemoteFolder.list(connection, name, state);
        selected = name;
        return folder;
    }

    /** Select a folder that was listed before, unless it is selected. */
    void select(RemoteFolder folder) throws IOException {
        if (!selected.equals(folder.name())) {
            RemoteFolder.Selected state = select(folder.name());
            if (state.uidValidity() != folder.uidValidity()) {
                throw new CommandRefusedException(
                        "SELECT " + folder.name() + ": its UIDVALIDITY has changed meanwhile");
            }
            selected = folder.name();
        }
    }

    private RemoteFolder.Selected select(String name) throws IOException {
        selected = "";
        RemoteFolder.Selected state = new RemoteFolder.Selected();
        connection.command("SELECT", state::hear, wireName(name));
        if (state.uidValidity() == 0) {
            throw new CommandRefusedException("SELECT " + name + ": the server tells no UIDVALIDITY");
        }
        return state;
    }

    /** Create a folder, and before those that it lies in, if the server asks for that. */
    void create(String name) throws IOException {
        try {
            createAlone(name);
        } catch (CommandRefusedException e) {
            int end = name.lastIndexOf('/');
            if (end <= 0 || has(name.substring(0, end))) {
                throw e;
            }
            create(name.substring(0, end));
            createAlone(name);
        }
    }

    private void createAlone(String name) throws IOException {
        try {
            connection.command("CREATE", reply -> {}, newWireName(name));
        } catch (CommandRefusedException e) {
            if (!String.valueOf(e.getMessage()).contains("[ALREADYEXISTS]")) {
                throw e;
            }
        }
        wireNames.put(name, newWireName(name));
    }

    void delete(String name) throws IOException {
        selected = "";
        if (connection.can("UNSELECT")) {
            connection.command("UNSELECT", reply -> {});
        }
        connection.command("DELETE", reply -> {}, wireName(name));
        wireNames.remove(name);
    }

    /** Return the name as the server spells it, for a command. */
    Object wireName(String name) {
        return wireNames.getOrDefault(name, newWireName(name));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /** Say goodbye; that the server hangs up before it is no failure. */
    void logout() {
        try {
            connection.command("LOGOUT", reply -> {});
        } catch (IOException e) {
            // All that was asked for is done and confirmed.
        }
    }

    private void learnNames() throws IOException {
        wireNames.put(LocalFolders.INBOX, LocalFolders.INBOX);
        if (connection.can("NAMESPACE")) {
            connection.command("NAMESPACE", this::hearNamespaces);
        } else {
            connection.command("LIST", this::hearSeparator, "\"\" \"\"");
        }
        connection.command("LIST", this::hearFolder, "\"\" \"*\"");
        if (wireNames.size() > MOST_FOLDERS) {
            throw new IOException("LIST: more than " + MOST_FOLDERS + " folders");
        }
    }

    private void hearNamespaces(ImapReply reply) {
        if (reply.is("NAMESPACE") && !reply.values().isEmpty()) {
            reply.values().get(0).items().stream().findFirst().ifPresent(personal -> {
                List<String> words = personal.words();
                prefix = words.isEmpty() ? "" : words.get(0);
                separator = words.size() < 2 ? separator : separator(words.get(1));
            });
        }
    }

    private void hearSeparator(ImapReply reply) {
        if (reply.is("LIST") && reply.values().size() >= 2) {
            separator = separator(reply.values().get(1).text());
        }
    }

    private void hearFolder(ImapReply reply) {
        List<ImapValue> values = reply.values();
        if (!reply.is("LIST")
                || wireNames.size() > MOST_FOLDERS
                || values.size() < 3
                || values.get(2).text().isEmpty()
                || !holdsMessages(values.get(0).words())) {
            return;
        }
        String octets = values.get(2).text();
        String name = localName(octets, separator(values.get(1).text()));
        Object wire = ImapWords.string(octets.getBytes(StandardCharsets.ISO_8859_1));
        if (wireNames.putIfAbsent(name, wire) != null && !name.equals(LocalFolders.INBOX)) {
            clashes.add(name);
        }
    }

    private static boolean holdsMessages(List<String> attributes) {
        return attributes.stream()
                .map(attribute -> attribute.toLowerCase(Locale.ROOT))
                .noneMatch(attribute -> attribute.equals("\\noselect") || attribute.equals("\\nonexistent"));
    }

    private static char separator(String text) {
        return text.length() == 1 ? text.charAt(0) : '/';
    }

    private String localName(String octets, char levels) {
        String text = swapped(decoded(octets), levels);
        String mine = swapped(prefix, levels);
        String name = !mine.isEmpty() && text.length() > mine.length() && text.startsWith(mine)
                ? text.substring(mine.length())
                : text;
        return LocalFolders.canonical(name);
    }

    private String newWireName(String name) {
        return name.equals(LocalFolders.INBOX) ? name : MailboxName.quoted(prefix + swapped(name, separator), false);
    }

    /** Return the text; what is none in modified UTF-7 stays as it is. */
    private static String decoded(String octets) {
        try {
            return MailboxName.decode(octets, false);
        } catch (BadSyntaxException e) {
            return octets;
        }
    }

    private static String swapped(String name, char levels) {
        return levels == '/'
                ? name
                : name.replace(levels, '\0').replace('/', levels).replace('\0', '/');
    }
}
