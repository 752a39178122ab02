package io.github.postfixture.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What logs somebody in, masked wherever it is shown: in header fields by their names, in commands of mail protocols by
 * their verbs, in addresses before the host. What it is called is kept: the scheme of a login, the name of a cookie.
 */
public final class Credentials {

    private static final String MASK = "***";
    private static final String MASK_OF_COMMAND = "****";
    private static final int LONGEST_SUBPROTOCOL = 32;

    /** What is no secret but a slip, and worth to be seen. */
    private static final Set<String> SLIPS = Set.of("", "null", "undefined");

    /** Those registered (RFC 9110 section 16.4.1), and others in wide use; anything else may be a part of the secret. */
    private static final List<String> SCHEMES =
            words("basic bearer digest negotiate ntlm hoba mutual vapid concealed gnap dpop oauth privatetoken "
                    + "scram-sha-1 scram-sha-256 aws aws4-hmac-sha256 sharedkey sharedkeylite hawk token apikey key");

    private static final List<String> ATTRIBUTES =
            words("expires max-age domain path secure httponly samesite partitioned priority");

    private static final List<String> NAMES_END_IN =
            words("token apikey accesskey subscriptionkey authkey secretkey secret password passwd passphrase "
                    + "passcode pwd otp credential credentials authorization auth assertion jwt sessionid");

    private static final Set<String> SESSION_FIELDS = Set.of("dpop", "authenticationinfo", "proxyauthenticationinfo");

    private static final List<String> MECHANISMS =
            words("PLAIN LOGIN CRAM-MD5 DIGEST-MD5 NTLM GSSAPI EXTERNAL ANONYMOUS XOAUTH XOAUTH2 OAUTHBEARER "
                    + "SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-512");

    private static final List<String> VERBS = List.of("AUTH", "PASS", "LOGIN", "APOP");
    private static final List<String> AUTH = List.of("AUTH");

    /** The name of a mechanism, as a server offers it (RFC 4422 section 3.1). */
    private static final Pattern MECHANISM = Pattern.compile("[A-Z0-9_-]{1,20}");

    private static final Pattern BEFORE_HOST = Pattern.compile("(?<=//)[^/?#\\s]*(?=@)");

    private Credentials() {}

    /** Return whether the header field of this name logs in; its name in any case. */
    public static boolean areIn(String name) {
        return switch (lowerCase(name)) {
            case "cookie", "cookie2", "set-cookie", "set-cookie2" -> true;
            default -> isToken(lowerCase(name));
        };
    }

    /** Return the value of a header field as it may be shown; its name in any case. */
    public static String masked(String name, String value) {
        return switch (lowerCase(name)) {
            case "cookie", "cookie2" -> cookies(value);
            case "set-cookie", "set-cookie2" -> cookieWithAttributes(value);
            case "sec-websocket-protocol" -> subprotocols(value);
            default -> isToken(lowerCase(name)) ? login(value) : maskedAddress(value);
        };
    }

    /** Return a secret as it may be shown: not at all, unless it is none. */
    public static String masked(String secret) {
        return SLIPS.contains(secret) ? secret : MASK;
    }

    /** Return an address as it may be shown, without the name and the password that may stand before its host. */
    public static String maskedAddress(String address) {
        return address.indexOf('@') < 0 ? address : BEFORE_HOST.matcher(address).replaceAll(MASK);
    }

    /**
     * Return a line of a client of SMTP, IMAP or POP3 as it may be shown, however malformed. What answers a challenge
     * has no verb: whoever reads such a line must not show it at all.
     */
    public static String maskedCommand(String line) {
        List<Word> words = Word.first(5, line);
        for (int i = 0; i < Math.min(3, words.size()); i++) {
            if (logsIn(words, i)) {
                return maskedAfter(lastShown(words, i), line);
            }
        }
        return line;
    }

    /** Return whether a line of a client of SMTP, IMAP or POP3 says who it is, however malformed. */
    static boolean logIn(String line) {
        List<Word> words = Word.first(3, line);
        for (int i = 0; i < words.size(); i++) {
            if (logsIn(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToken(String name) {
        String letters = name.replace("-", "").replace("_", "");
        return SESSION_FIELDS.contains(letters) || NAMES_END_IN.stream().anyMatch(letters::endsWith);
    }

    private static String login(String value) {
        String stripped = value.strip();
        int space = stripped.indexOf(' ');
        String scheme = space < 0 ? "" : stripped.substring(0, space);
        return SCHEMES.contains(lowerCase(scheme))
                ? scheme + " " + masked(stripped.substring(space + 1).strip())
                : SCHEMES.contains(lowerCase(stripped)) ? stripped : masked(stripped);
    }

    private static String cookies(String value) {
        return Arrays.stream(value.split(";", -1)).map(Credentials::pair).collect(Collectors.joining("; "));
    }

    private static String cookieWithAttributes(String value) {
        String[] parts = value.split(";", -1);
        return Stream.concat(
                        Stream.of(pair(parts[0])), Arrays.stream(parts).skip(1).map(Credentials::attribute))
                .collect(Collectors.joining("; "));
    }

    private static String attribute(String part) {
        int equals = part.indexOf('=');
        String name = lowerCase(equals < 0 ? part : part.substring(0, equals)).strip();
        String rest = part.substring(equals + 1);
        boolean isPlain = ATTRIBUTES.contains(name) && (equals < 0 || rest.indexOf('=') < 0);
        return isPlain ? part.strip() : pair(part);
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? masked(pair.strip())
                : pair.substring(0, equals).strip() + "="
                        + masked(pair.substring(equals + 1).strip());
    }

    /** Mask what is too long for the name of a protocol, or follows or holds what announces a token. */
    private static String subprotocols(String value) {
        List<String> shown = new ArrayList<>();
        boolean announced = false;
        for (String item : value.split(",", -1)) {
            String protocol = item.strip();
            boolean isSecret = announced || protocol.length() > LONGEST_SUBPROTOCOL;
            announced |= announces(lowerCase(protocol));
            shown.add(isSecret ? MASK : protocol);
        }
        return String.join(", ", shown);
    }

    private static boolean announces(String protocol) {
        return isToken(protocol)
                || protocol.contains("bearer")
                || protocol.equals("auth")
                || protocol.equals("basic")
                || protocol.equals("apikey");
    }

    private static boolean logsIn(List<Word> words, int i) {
        Word word = words.get(i);
        return switch (i) {
            case 0 -> word.containsOneOf(VERBS);
            case 1 -> isVerb(word) || word.isOneOf(MECHANISMS);
            default -> isVerb(word) && words.get(1).is("UID");
        };
    }

    private static boolean isVerb(Word word) {
        return word.isOneOf(VERBS) || word.is("AUTHENTICATE");
    }

    /** Return the verb that logs in, or the mechanism after it. */
    private static Word lastShown(List<Word> words, int verb) {
        Word last = words.get(verb);
        return verb + 1 < words.size() && words.get(verb + 1).isMechanismAfter(last) ? words.get(verb + 1) : last;
    }

    private static String maskedAfter(Word last, String line) {
        return line.substring(last.end()).isBlank() ? line : line.substring(0, last.end()) + " " + MASK_OF_COMMAND;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A word of a line, from one index to another, compared in any case. */
    private record Word(String line, int begin, int end) {

        static List<Word> first(int most, String line) {
            List<Word> words = new ArrayList<>(most);
            int begin = 0;
            while (begin < line.length() && words.size() < most) {
                int end = begin;
                while (end < line.length() && line.charAt(end) > ' ') {
                    end++;
                }
                if (end > begin) {
                    words.add(new Word(line, begin, end));
                }
                begin = end + 1;
            }
            return words;
        }

        boolean is(String word) {
            return end - begin == word.length() && hasAt(begin, word);
        }

        boolean isOneOf(List<String> words) {
            for (String word : words) {
                if (is(word)) {
                    return true;
                }
            }
            return false;
        }

        boolean containsOneOf(List<String> parts) {
            for (String part : parts) {
                for (int at = begin; at + part.length() <= end; at++) {
                    if (hasAt(at, part)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean hasAt(int index, String text) {
            return line.regionMatches(true, index, text, 0, text.length());
        }

        /** Return whether it is the mechanism that a verb names; an unknown one only if nothing else can follow the verb. */
        boolean isMechanismAfter(Word verb) {
            boolean isAuth = verb.is("AUTH") || verb.is("AUTHENTICATE");
            return verb.containsOneOf(AUTH)
                    && (isOneOf(MECHANISMS)
                            || (isAuth
                                    && MECHANISM
                                            .matcher(line)
                                            .region(begin, end)
                                            .matches()));
        }
    }
}
