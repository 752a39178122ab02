package io.github.postfixture.fault;

import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * A command that is about to be executed, and may meet a fault.
 *
 * @param verb the command, or the moment, in capitals
 * @param argument what follows it, without secrets
 * @param user who is logged in; empty for nobody
 * @param size how many bytes the message has that it is about, if that is known
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record Occasion(String verb, String argument, String user, OptionalLong size) {

    /** Make an occasion that is about no message. */
    public static Occasion of(String verb, String argument, String user) {
        return new Occasion(verb, argument, user, OptionalLong.empty());
    }

    /** Return verb and argument. */
    @Override
    public String toString() {
        return (verb + " " + argument).trim();
    }
}
