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
 * Let connections break, hang or trickle, by SMTP, IMAP, POP3 or HTTP: a
 * {@link io.github.postfixture.fault.ConnectionFault} at every place that is named.
 *
 * <pre>{@code
 * @WithMailServer
 * @WithWebServer
 * @WithConnectionFault(value = RESET, smtp = RCPT, times = 1)
 * @WithConnectionFault(value = THROTTLE, bytesPerSecond = 100, http = "/invoice")
 * class OrderTests {}
 * }</pre>
 *
 * <p>The test needs {@link WithMailServer} or a {@link MailServerExtension}, and for HTTP {@link WithWebServer} or a
 * {@link WebServerExtension}. The fault is scripted after the {@code @BeforeEach} methods, and is there for the test alone;
 * of several servers it is for the one without a name, or for the one that {@link #server()} names.
 * The annotation may stand on a class, whose {@code @Nested} classes and subclasses have it too, on a method, and on
 * an annotation of your own, more than once; of those for the same places at the same server the nearest to the test count.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(WithConnectionFault.Several.class)
@ExtendWith(FaultExtension.class)
public @interface WithConnectionFault {
    /** What the connection does instead of what it should. */
    Kind value();

    /** Where it strikes by SMTP. The default is nowhere. */
    SmtpStage[] smtp() default {};

    /** The commands of IMAP at which it strikes, such as {@code FETCH}; {@code CONNECT} for the greeting. The default is none. */
    String[] imap() default {};

    /** The commands of POP3 at which it strikes, such as {@code RETR}; {@code CONNECT} for the greeting. The default is none. */
    String[] pop3() default {};

    /** The paths of HTTP at which it strikes, such as {@code /pay}, or templates of them. The default is none. */
    String[] http() default {};

    /** How long a {@link Kind#DELAY} is, in milliseconds. The others need none. */
    int millis() default 0;

    /** How many bytes a second leave by a {@link Kind#THROTTLE}. The others need none. */
    int bytesPerSecond() default 0;

    /** How many such commands or requests it strikes at, at each place, from the first on. The default, 0, is all. */
    int times() default 0;

    /** The name of the server that it is for. The default is the server without a name, or the only one. */
    String server() default "";

    /** What a connection can do. */
    enum Kind {
        /** It is closed instead of an answer. */
        DISCONNECT,
        /** It is reset instead of an answer. */
        RESET,
        /** It stays open, and there is no answer. */
        STALL,
        /** The answer comes late, by {@link WithConnectionFault#millis()}. */
        DELAY,
        /** The answer trickles in, by {@link WithConnectionFault#bytesPerSecond()}. */
        THROTTLE
    }

    /** Several of them. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @Inherited
    @ExtendWith(FaultExtension.class)
    @interface Several {

        /** The faults. */
        WithConnectionFault[] value();
    }
}
