package io.github.postfixture.mail.fault;

import io.github.postfixture.explanation.EditDistance;
import io.github.postfixture.fault.Occasion;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * The commands of a protocol, as faults name them. The command by which a plain client logs in stands for every way to
 * log in.
 *
 * @param protocol the name of the protocol
 * @param names the commands, in capitals
 * @param login the command that stands for every way to log in
 * @param otherLogins the other ways
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record FaultCommands(String protocol, Set<String> names, String login, Set<String> otherLogins) {

    private static final String ANY = "*";
    private static final String GREETING = "CONNECT";
    private static final String BY_UID = "UID ";

    /**
     * Return the command in capitals.
     *
     * @throws IllegalArgumentException if there is none of that name; it names the nearest
     */
    String require(String command) {
        String name = command.toUpperCase(Locale.ROOT);
        if (names.contains(name) || name.equals(ANY) || name.equals(GREETING)) {
            return name;
        }
        throw new IllegalArgumentException("command (" + command + ") must be one of " + protocol + ", \"" + GREETING
                + "\" or \"" + ANY + "\", or the fault would never strike; " + advice(name));
    }

    /** Return which occasions a command stands for. */
    Predicate<Occasion> meantBy(String name) {
        return name.equals(ANY)
                ? occasion -> true
                : occasion -> occasion.verb().equals(name) || (name.equals(login) && isOtherLogin(occasion));
    }

    private boolean isOtherLogin(Occasion occasion) {
        return otherLogins.contains(occasion.verb()) && !occasion.argument().isEmpty();
    }

    private String advice(String name) {
        String plain = name.replace(BY_UID, "");
        return names.contains(plain)
                ? "\"" + plain + "\" is for " + name + " too"
                : "the nearest is \"" + nearest(plain) + "\"";
    }

    private String nearest(String name) {
        return new TreeSet<>(names)
                .stream()
                        .min(Comparator.comparing(known -> EditDistance.between(name, known, name.length())))
                        .orElseThrow();
    }
}
