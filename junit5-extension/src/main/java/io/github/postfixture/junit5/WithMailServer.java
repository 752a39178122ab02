package io.github.postfixture.junit5;

import io.github.postfixture.mail.protocol.MailProtocol;
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
 * {@code @AfterEach} method, or as a field with {@link Server}: a {@code MailServer}; a
 * {@link io.github.postfixture.mail.Mailbox}, which is that of the only account or the one that {@link MailboxOf} names; or
 * the whole {@link io.github.postfixture.Postfixture}, or any other server of it. Each invocation of a test has its own, so tests may run in parallel.
 *
 * <h2>Scope</h2>
 *
 * <p>With another {@link #scope()}, the tests of a class, or of the run, share one server and take turns at it; it can be a
 * parameter of a constructor, {@code @BeforeAll} and {@code @AfterAll} method too. A server of one test there fails, as
 * there is no test yet.
 *
 * <p>The annotation may stand on a class, whose {@code @Nested} classes and subclasses have it too, or on a method. It may
 * stand on an annotation of your own, and several times if each has a {@link #name()}. Of those with one name, a
 * {@link MailServerExtension} or {@link PostfixtureExtension} in a field included, the nearest counts: that of the method, the
 * class, its superclass, the class around it, and at each of these what stands there before what stands on an annotation
 * there. Two as near fail.
 *
 * <h2>Clean Up</h2>
 *
 * <p>The server is closed after the {@code @AfterEach} methods of its test, or the {@code @AfterAll} methods of its class,
 * or at the end of the run. If a test failed, its failure carries what happened at the server, as a suppressed exception,
 * which names the report with all mail in it.
 *
 * <p>A malformed attribute fails the test with an
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(WithMailServers.class)
@ExtendWith(AnnotationExtension.class)
public @interface WithMailServer {

    /** The protocols that the server speaks. The default is all. */
    MailProtocol[] protocols() default {};

    /**
     * The accounts, each as {@code address:password}, or {@code address:password:login} if the login name is not the address.
     * A password with a colon needs a {@link MailServerExtension}. The default is none: everybody may log in.
     */
    String[] accounts() default {};

    /** How long an await waits, in {@link #timeoutUnit()}. The default is 5. */
    long timeout() default 5;

    /** The unit of {@link #timeout()}. The default is seconds. */
    TimeUnit timeoutUnit() default TimeUnit.SECONDS;

    /** Whether {@code STARTTLS} is on offer. The default is yes. */
    boolean startTls() default true;

    /**
     * The hosts that links in mail may be followed to, besides this machine, such as {@code shop.example.org}, or
     * {@code *.example.org} for all names below. The default is none.
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
