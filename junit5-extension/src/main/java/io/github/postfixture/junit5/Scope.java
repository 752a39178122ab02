package io.github.postfixture.junit5;

/** How long a server, or a port, lasts. */
public enum Scope {

    /** One test: an invocation of a test method, with its {@code @BeforeEach} and {@code @AfterEach} methods. */
    TEST,

    /**
     * The class that says so, with its {@code @BeforeAll} and {@code @AfterAll} methods and its {@code @Nested} classes. Its
     * tests take turns, even where tests run in parallel.
     */
    CLASS,

    /**
     * The run: all classes that say the same of a server share it, and their tests take turns, even where tests run in
     * parallel. Every JVM that a build forks has its own.
     */
    JVM
}
