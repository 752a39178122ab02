package io.github.postfixture.junit5;

import java.lang.reflect.Parameter;
import java.util.Collection;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a test is told that asks for something that cannot be had. */
final class Misuse {

    private Misuse() {}

    static ExtensionConfigurationException twoDescriptions(Class<?> extension) {
        String annotation = "@With" + extension.getSimpleName().replace("Extension", "");
        return new ExtensionConfigurationException("The test has two servers of one kind: " + annotation + " and a "
                + extension.getSimpleName() + " field, or two such fields; keep one of them");
    }

    static ExtensionConfigurationException noAnnotation(Class<?> extension) {
        String annotation = "@With" + extension.getSimpleName().replace("Extension", "");
        return new ExtensionConfigurationException("@ExtendWith(" + extension.getSimpleName()
                + ".class) does not say which server; use " + annotation + " instead");
    }

    static ExtensionConfigurationException malformedAccount(String account) {
        return new ExtensionConfigurationException("@WithMailServer account \"" + account
                + "\" must be an address and a password, such as \"alice@example.org:secret\"");
    }

    static ExtensionConfigurationException malformed(String annotation, IllegalArgumentException reason) {
        return new ExtensionConfigurationException(annotation + ": " + reason.getMessage(), reason);
    }

    static ParameterResolutionException noTestYet(Parameter parameter) {
        return new ParameterResolutionException("A " + parameter.getType().getSimpleName()
                + " cannot be a parameter of a constructor, @BeforeAll or @AfterAll method: every test has one of its"
                + " own; take it as a parameter of the test or of a @BeforeEach method");
    }

    static ParameterResolutionException whoseMailbox(Collection<String> accounts) {
        return new ParameterResolutionException("A Mailbox parameter without @MailboxOf needs exactly one account"
                + " in @WithMailServer(accounts = ..), but the accounts are " + accounts
                + "; say whose it is, such as @MailboxOf(\"alice@example.org\")");
    }

    static ParameterResolutionException unknownAccount(String address, Collection<String> accounts) {
        return new ParameterResolutionException("@MailboxOf(\"" + address + "\") is no account of the mail server,"
                + " whose accounts are " + accounts + "; correct the address, or add the account");
    }
}
