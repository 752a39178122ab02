package io.github.postfixture.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Say whose {@link io.github.postfixture.mail.Mailbox} a parameter or a field is.
 *
 * <p>If the server has accounts, the address must be one of them; the test fails otherwise.
 */
@Target({ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface MailboxOf {

    /** The address. */
    String value();
}
