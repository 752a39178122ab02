package io.github.postfixture.examples.parallel;

import io.github.postfixture.junit5.Scope;
import io.github.postfixture.junit5.WithMailServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The mail server with the archive, one for all tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithMailServer(scope = Scope.JVM, accounts = "archive@example.org:secret", timeout = 30)
@interface WithArchive {}
