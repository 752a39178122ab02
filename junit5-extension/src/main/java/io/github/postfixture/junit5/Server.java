package io.github.postfixture.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put a server, or a whole host, into a field, or say which of several a field or a parameter is.
 *
 * <pre>{@code
 * @WithMailServer(name = "shop")
 * @WithMailServer(name = "billing")
 * class OrderTests {
 *
 *     @Server("shop")
 *     private MailServer shop;
 *
 *     @Test
 *     void sendsTheInvoice(@Server("billing") MailServer billing) {}
 * }
 * }</pre>
 *
 * <p>A field is set before the {@code @BeforeEach} methods of each test, a static one before the {@code @BeforeAll}
 * methods, which needs a server that lasts longer than a test. It must not be final.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Server {

    /** The name that the server was given. The default is the server without a name, or the only one. */
    String value() default "";
}
