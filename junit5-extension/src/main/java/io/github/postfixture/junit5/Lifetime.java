package io.github.postfixture.junit5;

/**
 * How long a server of a test lasts.
 *
 * @param scope how long it answers
 * @param ports how long its ports last, which may be longer
 * @param testClass the test class that says so or inherits it, or the class of the method that does
 */
record Lifetime(Scope scope, Scope ports, Class<?> testClass) {

    boolean outlivesTests() {
        return scope != Scope.TEST || ports != Scope.TEST;
    }

    boolean keepsPorts() {
        return ports.compareTo(scope) > 0;
    }
}
