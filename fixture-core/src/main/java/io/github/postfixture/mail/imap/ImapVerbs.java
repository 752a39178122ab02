package io.github.postfixture.mail.imap;

import static io.github.postfixture.mail.imap.ImapVerb.State.ANY;
import static io.github.postfixture.mail.imap.ImapVerb.State.LOGGED_IN;
import static io.github.postfixture.mail.imap.ImapVerb.State.NOT_LOGGED_IN;
import static io.github.postfixture.mail.imap.ImapVerb.State.SELECTED;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who executes which command. */
final class ImapVerbs {

    private static final Map<String, ImapVerb> BY_NAME = verbs();

    private ImapVerbs() {}

    /**
     * Return the command of that name in capitals.
     *
     * @throws BadSyntaxException if there is none, or none for this client
     */
    static ImapVerb find(String name, Dialect dialect) throws BadSyntaxException {
        return Optional.ofNullable(BY_NAME.get(name))
                .filter(verb -> dialect.offers(name) && dialect.offers(name.replace("UID ", "")))
                .orElseThrow(() -> new BadSyntaxException("Unknown command"));
    }

    /** Return the names in capitals, without {@code UID}. */
    static Set<String> names() {
        return BY_NAME.keySet().stream().map(name -> name.replace("UID ", "")).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, ImapVerb> verbs() {
        Map<String, ImapVerb> verbs = new HashMap<>();
        addSessionVerbs(verbs);
        addFolderVerbs(verbs);
        addMessageVerbs(verbs);
        return Map.copyOf(verbs);
    }

    private static void addSessionVerbs(Map<String, ImapVerb> verbs) {
        add(verbs, ANY, "CAPABILITY", SessionCommands::capability);
        add(verbs, ANY, "NOOP", SessionCommands::noop);
        add(verbs, ANY, "LOGOUT", SessionCommands::logout);
        add(verbs, ANY, "ID", SessionCommands::id);
        add(verbs, NOT_LOGGED_IN, "STARTTLS", ImapLoginCommands::startTls);
        add(verbs, NOT_LOGGED_IN, "LOGIN", ImapLoginCommands::login);
        add(verbs, NOT_LOGGED_IN, "AUTHENTICATE", ImapLoginCommands::authenticate);
        add(verbs, LOGGED_IN, "ENABLE", SessionCommands::enable);
        add(verbs, LOGGED_IN, "NAMESPACE", SessionCommands::namespace);
        add(verbs, LOGGED_IN, "GETQUOTA", QuotaCommands::get);
        add(verbs, LOGGED_IN, "GETQUOTAROOT", QuotaCommands::getRoot);
        add(verbs, LOGGED_IN, "SETQUOTA", QuotaCommands::set);
    }

    private static void addFolderVerbs(Map<String, ImapVerb> verbs) {
        add(verbs, LOGGED_IN, "SELECT", SelectCommands::select);
        add(verbs, LOGGED_IN, "EXAMINE", SelectCommands::examine);
        add(verbs, LOGGED_IN, "CREATE", FolderCommands::create);
        add(verbs, LOGGED_IN, "DELETE", FolderCommands::delete);
        add(verbs, LOGGED_IN, "RENAME", FolderCommands::rename);
        add(verbs, LOGGED_IN, "SUBSCRIBE", FolderCommands::subscribe);
        add(verbs, LOGGED_IN, "UNSUBSCRIBE", FolderCommands::unsubscribe);
        add(verbs, LOGGED_IN, "STATUS", StatusCommand::execute);
        add(verbs, LOGGED_IN, "LIST", ListCommands::list);
        add(verbs, LOGGED_IN, "LSUB", ListCommands::lsub);
        add(verbs, LOGGED_IN, "APPEND", AppendCommand::execute);
        add(verbs, SELECTED, "CHECK", SessionCommands::noop);
        add(verbs, SELECTED, "CLOSE", SelectCommands::close);
        add(verbs, SELECTED, "UNSELECT", SelectCommands::unselect);
        add(verbs, SELECTED, "EXPUNGE", ExpungeCommands::expunge);
        add(verbs, SELECTED, "UID EXPUNGE", ExpungeCommands::expungeUids);
        add(verbs, LOGGED_IN, "IDLE", IdleCommand::execute);
    }

    private static void addMessageVerbs(Map<String, ImapVerb> verbs) {
        addBoth(verbs, true, "COPY", CopyCommands::copy);
        addBoth(verbs, true, "MOVE", CopyCommands::move);
        addBoth(verbs, false, "FETCH", FetchCommand::execute);
        addBoth(verbs, false, "STORE", StoreCommand::execute);
        addBoth(verbs, false, "SEARCH", SearchCommands::search);
        addBoth(verbs, false, "SORT", SearchCommands::sort);
        addBoth(verbs, false, "THREAD", SearchCommands::thread);
    }

    private static void add(Map<String, ImapVerb> verbs, ImapVerb.State state, String name, ImapCommand command) {
        verbs.put(name, new ImapVerb(state, true, command));
    }

    /** Add a command that takes message numbers or, with {@code UID} before it, UIDs. */
    private static void addBoth(Map<String, ImapVerb> verbs, boolean mayRenumber, String name, ImapCommand command) {
        verbs.put(name, new ImapVerb(SELECTED, mayRenumber, command));
        verbs.put("UID " + name, new ImapVerb(SELECTED, true, command));
    }
}
