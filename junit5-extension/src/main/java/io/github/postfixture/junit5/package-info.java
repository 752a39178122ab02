/**
 * Servers for the lifetime of a JUnit 5 test: annotations and extensions configure a registration, which keeps one host in
 * JUnit's store, hands its parts to parameters and fields, and asks it at the end what went wrong.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.junit5;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
