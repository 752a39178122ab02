package io.github.postfixture.mail.hostile;

import io.github.postfixture.Endpoint;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.corpus.WireClient;
import java.io.IOException;
import java.util.Random;
import java.util.regex.Pattern;

/** A process that lets clients talk nonsense to a server, and then sensible ones be served. It says what went wrong. */
final class FuzzedServer {

    private static final Pattern ACCEPTED = Pattern.compile("^250 2\\.\\S+ Message accepted", Pattern.MULTILINE);

    private FuzzedServer() {}

    /** Talk by a protocol, with as many seeds as are wanted. */
    public static void main(String[] args) throws IOException {
        Nonsense nonsense = Nonsense.valueOf(args[0]);
        for (int seed = 1; seed <= Integer.parseInt(args[1]); seed++) {
            fuzz(nonsense, seed);
        }
        System.out.println("done");
        System.exit(0);
    }

    private static void fuzz(Nonsense nonsense, int seed) throws IOException {
        try (MailServer mail =
                MailServer.builder().account("b@example.org", "secret").start()) {
            deliver(mail.smtp());
            long accepted = 1;
            for (int client = 0; client < 3; client++) {
                accepted += ACCEPTED.matcher(nonsense.talk(endpoint(mail, nonsense), new Random(10L * seed + client)))
                        .results()
                        .count();
            }
            check(
                    seed,
                    "messages",
                    String.valueOf(accepted),
                    String.valueOf(mail.receivedMails().size()));
            serve(seed, mail);
            if (!mail.timeline().failures().isEmpty()) {
                System.out.println("seed " + seed + ": " + mail.timeline());
            }
        }
    }

    private static void serve(int seed, MailServer mail) throws IOException {
        check(seed, "SMTP", "250 2.0.0 Message accepted", deliver(mail.smtp()));
        try (WireClient imap = WireClient.imap(mail.imap(), "b@example.org")) {
            String found = imap.imap("FETCH * BODY.PEEK[TEXT]");
            check(seed, "IMAP", "true", String.valueOf(found.contains("BODY[TEXT] {6}\r\nsane\r\n")));
        }
        try (WireClient pop3 = WireClient.pop3(mail.pop3(), "b@example.org")) {
            check(seed, "POP3", "+OK", pop3.say("NOOP").substring(0, 3));
        }
    }

    private static String deliver(Endpoint smtp) throws IOException {
        try (WireClient client = new WireClient(smtp)) {
            client.say("HELO x");
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
            client.say("DATA");
            return client.say("Subject: x\r\n\r\nsane\r\n.");
        }
    }

    private static Endpoint endpoint(MailServer mail, Nonsense nonsense) {
        return switch (nonsense) {
            case SMTP -> mail.smtp();
            case IMAP -> mail.imap();
            case POP3 -> mail.pop3();
        };
    }

    private static void check(int seed, String what, String expected, String found) {
        if (!expected.equals(found)) {
            System.out.println("seed " + seed + ", " + what + ": expected " + expected + " but found " + found);
        }
    }
}
