package io.github.postfixture.mail.greenmail;

import io.github.postfixture.net.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands of POP3 (RFC 1939), with CAPA (RFC 2449), STLS (RFC 2595) and AUTH PLAIN (RFC 5034). */
final class Pop3Commands {

    private static final Pattern HEADER = Pattern.compile("\\A\\r?\\n|\\n\\r?\\n");
    private static final Pattern LINE = Pattern.compile("\\n");

    private static final Map<String, Pop3Command> BEFORE_LOGIN = Map.of(
            "CAPA", Pop3Commands::capabilities,
            "USER", Pop3Commands::user,
            "PASS", Pop3Commands::pass,
            "AUTH", Pop3Commands::auth,
            "STLS", Pop3Commands::startTls,
            "QUIT", Pop3Commands::quit);

    private static final Map<String, Pop3Command> AFTER_LOGIN = afterLogin();

    private Pop3Commands() {}

    /** Return the command of that name in capitals; one that refuses, if it is not for this moment. */
    static Pop3Command find(String name, boolean loggedIn) {
        Map<String, Pop3Command> now = loggedIn ? AFTER_LOGIN : BEFORE_LOGIN;
        boolean known = BEFORE_LOGIN.containsKey(name) || AFTER_LOGIN.containsKey(name);
        String refusal = !known ? "Unknown command" : loggedIn ? "Logged in already" : "Log in first";
        return now.getOrDefault(name, (dialogue, argument) -> {
            throw new Pop3Refusal(refusal);
        });
    }

    private static Map<String, Pop3Command> afterLogin() {
        Map<String, Pop3Command> commands = new HashMap<>();
        commands.put("CAPA", Pop3Commands::capabilities);
        commands.put("NOOP", (dialogue, argument) -> "");
        commands.put("STAT", Pop3Commands::stat);
        commands.put("LIST", (dialogue, argument) -> listing(dialogue, argument, Pop3Commands::size));
        commands.put("UIDL", (dialogue, argument) -> listing(dialogue, argument, drop -> drop::uniqueId));
        commands.put("RETR", Pop3Commands::retrieve);
        commands.put("TOP", Pop3Commands::top);
        commands.put("DELE", Pop3Commands::delete);
        commands.put("RSET", Pop3Commands::reset);
        commands.put("QUIT", Pop3Commands::quit);
        return Map.copyOf(commands);
    }

    private static String capabilities(Pop3Dialogue dialogue, String argument) {
        return " Capabilities\r\nTOP\r\nUSER\r\nUIDL\r\nRESP-CODES\r\nPIPELINING\r\nSASL PLAIN\r\n"
                + (dialogue.isEncrypted() ? "" : "STLS\r\n") + "IMPLEMENTATION Postfixture\r\n.";
    }

    private static String user(Pop3Dialogue dialogue, String argument) throws Pop3Refusal {
        require(!argument.isEmpty(), "Syntax: USER name");
        dialogue.user(utf8(argument.strip()));
        return " Send PASS";
    }

    private static String pass(Pop3Dialogue dialogue, String argument) throws Pop3Refusal {
        require(!dialogue.user().isEmpty(), "Send USER first");
        return login(dialogue, new Credentials(dialogue.user(), utf8(argument)));
    }

    private static String auth(Pop3Dialogue dialogue, String argument) throws Pop3Refusal, IOException {
        if (argument.isBlank()) {
            return " Mechanisms\r\nPLAIN\r\n.";
        }
        String[] words = argument.strip().split(" +", 2);
        require(words[0].equalsIgnoreCase("PLAIN"), "Mechanism must be PLAIN");
        String answer = words.length == 2 ? words[1] : ask(dialogue);
        return login(
                dialogue,
                Credentials.plain(answer).orElseThrow(() -> new Pop3Refusal("Authentication cancelled or malformed")));
    }

    private static String ask(Pop3Dialogue dialogue) throws IOException {
        dialogue.turns().say("+ ");
        return dialogue.turns().readLine().orElse("*");
    }

    private static String login(Pop3Dialogue dialogue, Credentials credentials) throws Pop3Refusal {
        require(dialogue.login(credentials), "[AUTH] Wrong password for " + credentials);
        return " Logged in";
    }

    private static String startTls(Pop3Dialogue dialogue, String argument) throws Pop3Refusal {
        require(!dialogue.isEncrypted(), "TLS is active already");
        dialogue.encryptAfterReply();
        return " Begin TLS negotiation";
    }

    private static String quit(Pop3Dialogue dialogue, String argument) throws Pop3Refusal {
        dialogue.end();
        if (dialogue.maildrop().isPresent()) {
            dialogue.maildrop().get().commit();
        }
        return " Bye";
    }

    private static String stat(Pop3Dialogue dialogue, String argument) {
        Maildrop drop = drop(dialogue);
        long octets =
                drop.numbers().mapToLong(number -> drop.octets(number).length()).sum();
        return " " + drop.numbers().count() + " " + octets;
    }

    private static IntFunction<String> size(Maildrop drop) {
        return number -> String.valueOf(drop.octets(number).length());
    }

    private static String listing(Pop3Dialogue dialogue, String argument, Describer describer) throws Pop3Refusal {
        Maildrop drop = drop(dialogue);
        IntFunction<String> description = describer.of(drop);
        if (!argument.isBlank()) {
            int number = number(drop, argument);
            return " " + number + " " + description.apply(number);
        }
        return drop.numbers()
                .mapToObj(number -> number + " " + description.apply(number) + "\r\n")
                .collect(Collectors.joining("", "\r\n", "."));
    }

    private static String retrieve(Pop3Dialogue dialogue, String argument) throws Pop3Refusal {
        Maildrop drop = drop(dialogue);
        Octets octets = drop.octets(number(drop, argument));
        return " " + octets.length() + " octets\r\n" + stuffed(text(octets)) + ".";
    }

    private static String top(Pop3Dialogue dialogue, String argument) throws Pop3Refusal {
        String[] words = argument.strip().split(" +", -1);
        require(words.length == 2 && words[1].matches("\\d{1,9}"), "Syntax: TOP message lines");
        Maildrop drop = drop(dialogue);
        String message = text(drop.octets(number(drop, words[0])));
        int body = endOf(HEADER, message, 0);
        int end = body;
        for (int lines = Integer.parseInt(words[1]); lines > 0 && end < message.length(); lines--) {
            end = endOf(LINE, message, end);
        }
        return "\r\n" + stuffed(message.substring(0, end)) + ".";
    }

    private static String delete(Pop3Dialogue dialogue, String argument) throws Pop3Refusal {
        Maildrop drop = drop(dialogue);
        drop.delete(number(drop, argument));
        return " Marked as deleted";
    }

    private static String reset(Pop3Dialogue dialogue, String argument) {
        drop(dialogue).undelete();
        return "";
    }

    private static Maildrop drop(Pop3Dialogue dialogue) {
        return dialogue.maildrop().orElseThrow();
    }

    private static int number(Maildrop drop, String argument) throws Pop3Refusal {
        String digits = argument.strip();
        require(digits.matches("\\d{1,9}") && drop.exists(Integer.parseInt(digits)), "No such message");
        return Integer.parseInt(digits);
    }

    private static String text(Octets octets) {
        return new String(octets.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static int endOf(Pattern wanted, String text, int start) {
        Matcher matcher = wanted.matcher(text);
        return matcher.find(start) ? matcher.end() : text.length();
    }

    /**
     * Return the lines with a dot before each dot that begins one, and with a line ending after the last. Many clients
     * take a bare line feed for a line ending, so that a dot after one must not stand alone either.
     */
    private static String stuffed(String message) {
        String ended = message.isEmpty() || message.endsWith("\r\n") ? message : message + "\r\n";
        String stuffed = ended.replace("\n.", "\n..");
        return stuffed.startsWith(".") ? "." + stuffed : stuffed;
    }

    private static void require(boolean condition, String refusal) throws Pop3Refusal {
        if (!condition) {
            throw new Pop3Refusal(refusal);
        }
    }

    @FunctionalInterface
    private interface Describer {

        IntFunction<String> of(Maildrop drop);
    }
}
