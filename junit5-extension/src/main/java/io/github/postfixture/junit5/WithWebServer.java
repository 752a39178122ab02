package io.github.postfixture.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Give every test a {@link io.github.postfixture.web.WebServer} of its own.
 *
 * <pre>{@code
 * @WithWebServer
 * class PaymentTests {
 *
 *     @Test
 *     void reportsThePayment(WebServer web) {
 *         web.serve("/hook", Response.noContent());
 *
 *         new Payments(web.uri("/hook")).pay(42);
 *
 *         assertThat(web.awaitRequest()).hasMethod("POST").hasPath("/hook");
 *     }
 * }
 * }</pre>
 *
 * <p>Creation, scope and clean up are as with {@link WithMailServer}; the parameter is a {@code WebServer} or a
 * {@link io.github.postfixture.Postfixture}. A test that has both annotations has one host, whose servers share a timeline.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(WithWebServers.class)
@ExtendWith(AnnotationExtension.class)
public @interface WithWebServer {

    /**
     * The pages that the server has from the start: a directory, or a place on the class path if it begins with
     * {@code classpath:}. The default is none.
     */
    String site() default "";

    /**
     * The properties of a Spring application that name the server, and override those that it has. A name alone gets the
     * base URL, {@code name=/path} the URL of a path; any other {@code name=value} is taken as it stands, and may have
     * placeholders such as {@code ${postfixture.web.https}}. The default is none.
     */
    String[] properties() default {};

    /** How long an await waits, in {@link #timeoutUnit()}. The default is 5. */
    long timeout() default 5;

    /** The unit of {@link #timeout()}. The default is seconds. */
    TimeUnit timeoutUnit() default TimeUnit.SECONDS;

    /**
     * The hosts that pages which {@link io.github.postfixture.web.WebServer#open(String)} opens may lead to, besides this
     * machine, such as {@code shop.example.org}, or {@code *.example.org} for all names below. The default is none.
     */
    String[] allowing() default {};

    /** Tells this server from others of the test; {@link Server} asks for it by this name. The default is no name. */
    String name() default "";

    /** How long the server lasts. The default is one test. */
    Scope scope() default Scope.TEST;

    /**
     * How long its ports stay the same, if that is longer than the server lasts: one server after the other answers there,
     * as for an application that learns its addresses once. The default is as long as the server.
     */
    Scope ports() default Scope.TEST;

    /** Whether a test fails for what is otherwise only worth a look. The default is no. */
    boolean strict() default false;
}
