/**
 * Tests of Spring applications: addresses and credentials of the servers reach the properties of the application. Spring
 * loads what is here; without Spring nobody does.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.junit5.spring;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
