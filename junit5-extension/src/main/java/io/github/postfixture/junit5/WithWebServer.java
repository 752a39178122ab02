package io.github.postfixture.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
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
 * {@link io.github.postfixture.Postfixture}. A test that has both annotations has one timeline for both servers.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(WebServerExtension.class)
public @interface WithWebServer {

    /**
     * The pages that the server has from the start: a directory, or a place on the class path if it begins with
     * {@code classpath:}. The default is none.
     */
    String site() default "";

    /** How long an await waits, in {@link #timeoutUnit()}. The default is 5. */
    long timeout() default 5;

    /** The unit of {@link #timeout()}. The default is seconds. */
    TimeUnit timeoutUnit() default TimeUnit.SECONDS;
}
