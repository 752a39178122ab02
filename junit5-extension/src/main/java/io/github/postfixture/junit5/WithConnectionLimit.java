package io.github.postfixture.junit5;

import io.github.postfixture.mail.protocol.MailProtocol;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Refuse connections of a protocol beyond so many at the same time.
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
@Repeatable(WithConnectionLimit.Several.class)
@ExtendWith(FaultExtension.class)
public @interface WithConnectionLimit {
    /** How many there may be. */
    int value();

    /** The protocol: {@code SMTP}, {@code IMAP} or {@code POP3}, whose encrypted form counts with it. */
    MailProtocol protocol();

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
        WithConnectionLimit[] value();
    }
}
