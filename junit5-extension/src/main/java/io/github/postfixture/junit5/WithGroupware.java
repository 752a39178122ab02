package io.github.postfixture.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Give every test a {@link io.github.postfixture.groupware.Groupware} of its own: calendars, task lists and address books.
 *
 * <pre>{@code
 * @WithGroupware(accounts = "ada@example.org:secret")
 * class BookingTests {
 *
 *     @Test
 *     void booksTheReview(Groupware groupware) {
 *         new Booking(groupware.calDav().uri(), "ada@example.org", "secret").book("Review", MONDAY_AT_TEN);
 *
 *         assertThat(groupware.calendar("ada@example.org")).receivesEvent("Review").startsAt(MONDAY_AT_TEN);
 *     }
 * }
 * }</pre>
 *
 * <p>Creation, scope and clean up are as with {@link WithMailServer}; the parameter is a {@code Groupware}, or any other part of the
 * host, such as the {@code MailServer} that knows the same accounts.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(AnnotationExtension.class)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface WithGroupware {

    /**
     * The accounts, each as {@code address:password}, or {@code address:password:login} if the login name is not the address.
     * A password with a colon needs a {@link PostfixtureExtension}. The default is none: everybody may log in.
     */
    String[] accounts() default {};

    /** How long an await waits, in {@link #timeoutUnit()}. The default is 5. */
    long timeout() default 5;

    /** The unit of {@link #timeout()}. The default is seconds. */
    TimeUnit timeoutUnit() default TimeUnit.SECONDS;

    /** Tells this host from others of the test; {@link Server} asks for it by this name. The default is no name. */
    String name() default "";

    /** How long the groupware lasts. The default is one test. */
    Scope scope() default Scope.TEST;

    /**
     * How long the ports stay the same at which clients reach it, those of the web server, if that is longer than the groupware
     * lasts. The default is as long as the groupware.
     */
    Scope ports() default Scope.TEST;
}
