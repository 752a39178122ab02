package io.github.postfixture.junit5;

import io.github.postfixture.mail.MailProtocol;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Give every test a {@link io.github.postfixture.mail.MailServer} of its own.
 *
 * <pre>{@code
 * @WithMailServer
 * class SignUpTests {
 *
 *     @Test
 *     void sendsAWelcomeMail(MailServer mail) {
 *         new SignUp(mail.smtp().uri()).register("alice@example.org");
 *
 *         assertThat(mail.awaitMail()).hasSubject("Welcome").hasRecipients("alice@example.org");
 *     }
 * }
 * }</pre>
 *
 * <h2>Creation</h2>
 *
 * <p>The server starts when it is first asked for, as a parameter of a test, {@code @BeforeEach} or
 * {@code @AfterEach} method: a {@code MailServer}; a {@link io.github.postfixture.mail.Mailbox}, which is that of the
 * only account or the one that {@link MailboxOf} names; or a {@link io.github.postfixture.Postfixture}. Each
 * invocation of a test has its own, so tests may run in parallel.
 *
 * <h2>Scope</h2>
 *
 * <p>The annotation may stand on a class, whose {@code @Nested} classes and subclasses have it too, or on a method;
 * the nearest counts. It may stand on an annotation of your own. A class uses either the annotation or a
 * {@link MailServerExtension} field; a test with both fails. A parameter of a constructor or of a {@code @BeforeAll}
 * method fails, as there is no test yet.
 *
 * <h2>Clean Up</h2>
 *
 * <p>The server is closed after the {@code @AfterEach} methods of its test. If the test failed, its failure carries
 * what happened at the server, as a suppressed exception, which names the report with all mail in it.
 *
 * <p>A malformed attribute fails the test with an
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(MailServerExtension.class)
public @interface WithMailServer {

    /** The protocols that the server speaks. The default is all. */
    MailProtocol[] protocols() default {};

    /** The accounts, each as {@code address:password}. The default is none: everybody may log in. */
    String[] accounts() default {};

    /** How long an await waits, in {@link #timeoutUnit()}. The default is 5. */
    long timeout() default 5;

    /** The unit of {@link #timeout()}. The default is seconds. */
    TimeUnit timeoutUnit() default TimeUnit.SECONDS;

    /** Whether {@code STARTTLS} is on offer. The default is yes. */
    boolean startTls() default true;
}
