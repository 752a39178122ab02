package io.github.postfixture.junit5;

import io.github.postfixture.mail.protocol.SmtpStage;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Let commands of SMTP be refused with a reply.
 *
 * <pre>{@code
 * @WithMailServer
 * @WithSmtpFault(at = RCPT, code = 450, status = "4.2.1", text = "Busy", times = 2)
 * class NewsletterTests {}
 * }</pre>
 *
 * <p>The test needs {@link WithMailServer} or a {@link MailServerExtension}. The fault is scripted after the
 * {@code @BeforeEach} methods, and is there for the test alone; of several servers it is for the one without a name,
 * or for the one that {@link #server()} names.
 * The annotation may stand on a class, whose {@code @Nested} classes and subclasses have it too, on a method, and on
 * an annotation of your own, more than once; of those for the same thing at the same server the nearest to the test count.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(WithSmtpFault.Several.class)
@ExtendWith(FaultExtension.class)
public @interface WithSmtpFault {
    /** Where it strikes. */
    SmtpStage at();

    /** The reply code, such as 550. */
    int code();

    /** The enhanced status code, such as {@code 5.1.1} (RFC 3463). The default is none. */
    String status() default "";

    /** The text of the reply. */
    String text() default "Refused on purpose";

    /** What the argument of the command must contain, in any letter case. The default is nothing. */
    String matching() default "";

    /** How many such commands it strikes at, from the first on. The default, 0, is all. */
    int times() default 0;

    /** The name of the mail server that it is for. The default is the server without a name, or the only one. */
    String server() default "";

    /** Several of them. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @Inherited
    @ExtendWith(FaultExtension.class)
    @interface Several {

        /** The faults. */
        WithSmtpFault[] value();
    }
}
