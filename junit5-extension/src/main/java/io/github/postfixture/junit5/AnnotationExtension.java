package io.github.postfixture.junit5;

import java.util.Optional;

/**
 * Gives a test what its annotations say. JUnit keeps one extension of a type, so it is none of the types that stand in
 * fields.
 */
final class AnnotationExtension extends ServerExtension {

    AnnotationExtension() {
        super(Optional.empty());
    }

    @Override
    boolean speaksForAnnotations() {
        return true;
    }
}
