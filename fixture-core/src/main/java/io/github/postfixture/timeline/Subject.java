package io.github.postfixture.timeline;

import org.apiguardian.api.API;

/**
 * Which test a timeline is about.
 *
 * @param test the name of the test, for a person
 */
@API(status = API.Status.INTERNAL)
public record Subject(String test) {}
