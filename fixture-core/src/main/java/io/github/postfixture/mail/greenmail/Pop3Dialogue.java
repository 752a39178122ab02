package io.github.postfixture.mail.greenmail;

import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.net.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The dialogue with one POP3 client. */
final class Pop3Dialogue {

    private final Connection connection;
    private final MailStore mailboxes;
    private final SaslAccounts accounts;
    private final Reporter reporter;
    private final Supplier<SSLContext> tls;
    private final Turns turns;
    private Optional<Maildrop> maildrop = Optional.empty();
    private String user = "";
    private boolean upgrading;
    private boolean over;

    Pop3Dialogue(
            Connection connection,
            MailStore mailboxes,
            SaslAccounts accounts,
            Reporter reporter,
            Supplier<SSLContext> tls) {
        this.mailboxes = mailboxes;
        this.connection = connection;
        this.accounts = accounts;
        this.reporter = reporter;
        this.tls = tls;
        turns = new Turns(connection);
    }

    void run() throws IOException {
        try {
            turns.say("+OK Postfixture ready");
            while (!over) {
                serveCommand();
            }
            turns.flush();
        } catch (LongLineException | SocketTimeoutException e) {
            reporter.report("connection closed: " + e.getMessage());
        }
    }

    Turns turns() {
        return turns;
    }

    Optional<Maildrop> maildrop() {
        return maildrop;
    }

    boolean isEncrypted() {
        return connection.tls().isPresent();
    }

    void encryptAfterReply() {
        upgrading = true;
    }

    private void startTls() throws IOException {
        upgrading = false;
        turns.flush();
        connection.startTls(tls.get());
        turns.restart();
        user = "";
    }

    String user() {
        return user;
    }

    void user(String name) {
        user = name;
    }

    void end() {
        over = true;
    }

    /** Log in and open the maildrop; return whether that was allowed. */
    boolean login(Credentials credentials) {
        boolean accepted = accounts.accepts(credentials.login(), credentials.password());
        reporter.login(credentials, accepted);
        maildrop = accepted ? Optional.of(new Maildrop(mailboxes.open(credentials.login()))) : Optional.empty();
        return accepted;
    }

    private void serveCommand() throws IOException {
        Optional<String> line = turns.readLine();
        if (line.isEmpty()) {
            over = true;
            return;
        }
        String[] words = line.get().split(" ", 2);
        String name = words[0].toUpperCase(Locale.ROOT);
        String argument = words.length == 2 ? words[1] : "";
        Pop3Command command = Pop3Commands.find(name, maildrop.isPresent());
        try {
            turns.say("+OK" + command.execute(this, argument));
        } catch (Pop3Refusal e) {
            reporter.report((name.matches("[A-Z]{3,4}") ? name : "(a malformed line)") + " refused: " + e.getMessage());
            turns.say("-ERR " + e.getMessage());
        }
        if (upgrading) {
            startTls();
        }
    }
}
