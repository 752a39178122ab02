package io.github.postfixture.junit5;

import java.util.Comparator;

/**
 * A server that a test was given, by an annotation or by an extension in a field.
 *
 * @param kind what it is for
 * @param name tells servers of one kind apart; may be empty
 * @param scope how long it lasts
 * @param ports how long its ports last, which may be longer
 * @param place the test class that says so or inherits it, or the class of the method that does
 * @param distance how far from the test that is said: how many places are nearer
 * @param identity what says so: those with equal ones share a server
 * @param extension who answers for it, if it is in a field; its kind if it is an annotation
 * @param plan how to start it
 */
record Registration(
        Kind kind,
        String name,
        Scope scope,
        Scope ports,
        Class<?> place,
        int distance,
        Object identity,
        Object extension,
        Plan plan) {

    static final Comparator<Registration> NEAREST_FIRST = Comparator.comparingInt(Registration::distance);

    boolean outlivesTests() {
        return scope != Scope.TEST || ports != Scope.TEST;
    }

    /** Return whose turn it is that those who share the server, or its ports, take; servers of the run tell one timeline. */
    String turn() {
        if (scope == Scope.JVM) {
            return "servers of the run";
        }
        return this + " " + identity + (ports == Scope.JVM ? "" : " of " + place.getName());
    }

    @Override
    public String toString() {
        return kind + (name.isEmpty() ? "" : " \"" + name + "\"");
    }
}
