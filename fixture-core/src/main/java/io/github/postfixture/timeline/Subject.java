package io.github.postfixture.timeline;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Which test a timeline is about.
 *
 * @param test the name of the test, for a person
 * @param report tells where the whole report will lie if the test fails
 */
@API(status = API.Status.INTERNAL)
public record Subject(String test, Supplier<Path> report) {}
