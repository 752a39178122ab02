package io.github.postfixture.mail.client;

import io.github.postfixture.Endpoint;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A connection to an IMAP server, logged in. Not safe for several threads, but that any may close it. */
final class ImapConnection implements AutoCloseable {

    /** How long an {@code IDLE} lasts at most (RFC 2177: less than 30 minutes). */
    private static final Duration IDLE = Duration.ofMinutes(25);

    private final MailAccount account;
    private final BoundedSocket base;
    private final Set<String> capabilities = new HashSet<>();
    private volatile Socket socket;
    private ImapReplies replies;
    private OutputStream out;
    private Optional<String> farewell = Optional.empty();
    private int commands;

    private ImapConnection(MailAccount account, BoundedSocket base, Socket socket) throws IOException {
        this.account = account;
        this.base = base;
        this.socket = socket;
        replies = new ImapReplies(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    static ImapConnection open(MailAccount account, Endpoint imap) throws IOException {
        BoundedSocket base = account.connect(imap);
        try {
            ImapConnection connection = new ImapConnection(account, base, account.encryptedFromTheStart(base, imap));
            connection.begin(imap);
            return connection;
        } catch (IOException | RuntimeException e) {
            base.close();
            throw e;
        }
    }

    private void begin(Endpoint imap) throws IOException {
        boolean loggedIn = greeting().is("PREAUTH");
        learnCapabilities();
        if (account.needsStartTls(imap)) {
            startTls(imap);
        }
        if (!loggedIn) {
            login();
        }
    }

    private ImapReply greeting() throws IOException {
        ImapReply greeting = heard("the greeting");
        if (greeting.is("BYE") || greeting.is("NO") || greeting.is("BAD")) {
            throw new IOException("the greeting: " + greeting.kind() + " " + greeting.text());
        }
        return greeting;
    }

    private void learnCapabilities() throws IOException {
        capabilities.clear();
        command("CAPABILITY", reply -> {
            if (reply.is("CAPABILITY")) {
                reply.values().forEach(value -> capabilities.add(value.text().toUpperCase(Locale.ROOT)));
            }
        });
    }

    /** Encrypt; what the server sent ahead in plain text is left behind. */
    private void startTls(Endpoint imap) throws IOException {
        command("STARTTLS", reply -> {});
        socket = account.encrypted(base, imap);
        replies = new ImapReplies(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
        learnCapabilities();
    }

    private void login() throws IOException {
        if (can("AUTH=PLAIN")) {
            authenticatePlain();
        } else if (can("LOGINDISABLED")) {
            throw new CommandRefusedException("LOGIN: it offers no way to log in but " + capabilities);
        } else {
            command("LOGIN", reply -> {}, ImapWords.string(account.user()), " ", ImapWords.string(account.password()));
        }
        learnCapabilities();
    }

    private void authenticatePlain() throws IOException {
        String response =
                Base64.getEncoder().encodeToString(ImapWords.octets("\0" + account.user() + "\0" + account.password()));
        String tag = say("AUTHENTICATE", "PLAIN");
        ImapReply reply = heard("AUTHENTICATE");
        while (reply.isUntagged()) {
            farewell(reply);
            reply = heard("AUTHENTICATE");
        }
        if (reply.tag().equals("+")) {
            out.write(ImapWords.octets(response + "\r\n"));
            out.flush();
        }
        finish("AUTHENTICATE", tag, reply.tag().equals(tag) ? Optional.of(reply) : Optional.empty(), untagged -> {});
    }

    /** Return whether the server offers this. */
    boolean can(String capability) {
        return capabilities.contains(capability);
    }

    /**
     * Say a command and hear its answer.
     *
     * @param untagged gets what comes before the end of the answer
     * @param arguments what follows the name: text as it stands, or bytes that become a literal
     * @return the end of the answer
     * @throws CommandRefusedException if the server says no
     */
    ImapReply command(String name, Consumer<ImapReply> untagged, Object... arguments) throws IOException {
        String tag = say(name, arguments);
        return finish(ImapWords.shown(name, arguments), tag, Optional.empty(), untagged);
    }

    /** Follow the selected folder until the connection breaks (RFC 2177). */
    void idle(Runnable news) throws IOException {
        while (true) {
            String tag = say("IDLE");
            base.allow(IDLE);
            try {
                finish("IDLE", tag, Optional.empty(), reply -> {
                    if (reply.is("EXISTS") || reply.is("EXPUNGE") || reply.is("FETCH")) {
                        news.run();
                    }
                });
                return;
            } catch (SocketTimeoutException e) {
                base.allow(account.patience());
                out.write(ImapWords.octets("DONE\r\n"));
                out.flush();
                finish("IDLE", tag, Optional.empty(), reply -> {});
            }
        }
    }

    @Override
    public void close() throws IOException {
        base.close();
    }

    private String say(String name, Object... arguments) throws IOException {
        account.step();
        commands++;
        replies.renew();
        String tag = "A" + commands;
        try {
            out.write(ImapWords.octets(tag + " " + name + (arguments.length == 0 ? "" : " ")));
            for (Object argument : arguments) {
                if (argument instanceof byte[] literal) {
                    sayLiteral(literal);
                } else {
                    out.write(ImapWords.octets(argument.toString()));
                }
            }
            out.write(ImapWords.octets("\r\n"));
            out.flush();
            return tag;
        } catch (CommandRefusedException e) {
            throw new CommandRefusedException(ImapWords.shown(name, arguments) + ": " + e.getMessage());
        } catch (IOException e) {
            throw named(ImapWords.shown(name, arguments), e);
        }
    }

    private void sayLiteral(byte[] literal) throws IOException {
        out.write(ImapWords.octets("{" + literal.length + "}\r\n"));
        out.flush();
        ImapReply reply = replies.next();
        while (reply.isUntagged()) {
            farewell(reply);
            reply = replies.next();
        }
        if (!reply.tag().equals("+")) {
            throw new CommandRefusedException(reply.kind() + " " + reply.text());
        }
        out.write(literal);
    }

    private ImapReply finish(String command, String tag, Optional<ImapReply> first, Consumer<ImapReply> untagged)
            throws IOException {
        ImapReply reply = first.isPresent() ? first.get() : heard(command);
        while (!reply.tag().equals(tag)) {
            farewell(reply);
            untagged.accept(reply);
            reply = heard(command);
        }
        if (!reply.is("OK")) {
            throw new CommandRefusedException(command + ": " + reply.kind() + " " + reply.text());
        }
        return reply;
    }

    private void farewell(ImapReply reply) {
        if (reply.isUntagged() && reply.is("BYE")) {
            farewell = Optional.of("BYE " + reply.text());
        }
    }

    private ImapReply heard(String command) throws IOException {
        try {
            return replies.next();
        } catch (IOException e) {
            throw named(command, e);
        }
    }

    /** Return the failure with the command that it met; one that took too long stays what it is. */
    private IOException named(String command, IOException failure) {
        String reason = failure instanceof EOFException && farewell.isPresent()
                ? "the server said " + farewell.get()
                : failure.getMessage();
        String message = command + ": " + reason;
        IOException named = failure instanceof SocketTimeoutException
                ? new SocketTimeoutException(message)
                : new IOException(message);
        named.initCause(failure);
        return named;
    }
}
