package io.github.postfixture.junit5;

/** What does not fit on the class path of a test that failed for it; travels with its failure as a suppressed exception. */
final class ClassPathReport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClassPathReport(String message) {
        super(message, null, false, false);
    }
}
