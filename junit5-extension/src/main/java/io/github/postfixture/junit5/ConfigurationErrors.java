package io.github.postfixture.junit5;

import java.lang.reflect.Field;
import java.util.Collection;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a test is told that asks for something that cannot be had. */
final class ConfigurationErrors {

    private ConfigurationErrors() {}

    static ExtensionConfigurationException twoDescriptions(PartRegistration second) {
        HostPart part = second.part();
        return new ExtensionConfigurationException("The test has two servers of one kind"
                + (second.name().isEmpty() ? "" : " and name (\"" + second.name() + "\")")
                + ": " + part.annotation() + " and a " + part.extension()
                + " field, or two of the same; keep one of them, or name them apart");
    }

    static ExtensionConfigurationException classScopeOfAMethod(HostPart part) {
        return new ExtensionConfigurationException(part.annotation()
                + "(scope = Scope.CLASS) must stand on a class; on a method the scope is TEST or JVM");
    }

    static ExtensionConfigurationException scopeOfApplication(HostPart part) {
        return new ExtensionConfigurationException(
                """
                %1$s of a Spring application must not have a scope: the application keeps its addresses, and every test \
                has a server of its own there. For one server of all tests of the class, write instead of the annotation
                  @RegisterExtension
                  static final %2$s SERVER = %2$s.with(%3$s.builder()).scope(Scope.CLASS);
                and tell the application the address of the %3$s, which a @BeforeAll method can have as a parameter""".formatted(part.annotation(), part.extension(), part.serverType()));
    }

    static ExtensionConfigurationException noAnnotation(Class<?> extension) {
        String annotation = extension == PostfixtureExtension.class
                ? "@WithMailServer or @WithWebServer"
                : "@With" + extension.getSimpleName().replace("Extension", "");
        return new ExtensionConfigurationException("@ExtendWith(" + extension.getSimpleName()
                + ".class) does not say which server; use " + annotation + " instead");
    }

    static ExtensionConfigurationException malformedAccount(String account) {
        return new ExtensionConfigurationException("@WithMailServer account \"" + account
                + "\" must be an address and a password, such as \"alice@example.org:secret\"");
    }

    static ExtensionConfigurationException ambiguousAccount(String account) {
        return new ExtensionConfigurationException("@WithMailServer account \"" + account
                + "\" must be an address, a password and perhaps a login name, such as \"alice@example.org:secret:alice\";"
                + " for a password with a colon, use a MailServerExtension with account(..)");
    }

    static ExtensionConfigurationException malformed(String annotation, IllegalArgumentException reason) {
        return new ExtensionConfigurationException(annotation + ": " + reason.getMessage(), reason);
    }

    static ExtensionConfigurationException finalField(Field field) {
        return new ExtensionConfigurationException("@Server field " + named(field) + " must not be final");
    }

    static ExtensionConfigurationException noServer(Field field) {
        return new ExtensionConfigurationException(
                "Field " + named(field) + " must be a MailServer, WebServer, Mailbox or"
                        + " Postfixture, and the test must have such a server: add @WithMailServer or @WithWebServer");
    }

    static ExtensionConfigurationException testWithinATest(String server) {
        return new ExtensionConfigurationException(
                "JUnit began this test in the middle of another one, on the same thread,"
                        + " and both use the " + server
                        + ": the other one waits for a parallel stream or a fork-join task,"
                        + " whose thread takes up other work meanwhile. Annotate its class with @Execution(SAME_THREAD), or let it"
                        + " wait in another way");
    }

    static ParameterResolutionException noTestYet(String type) {
        return new ParameterResolutionException("A " + type
                + " cannot be a static field, or a parameter of a constructor, @BeforeAll or @AfterAll method: every test"
                + " has one of its own; take it as a parameter of the test or of a @BeforeEach method, or let the class"
                + " have one server with scope = Scope.CLASS");
    }

    static ParameterResolutionException unknownServer(String kind, String name, Collection<String> names) {
        String wanted = name.isEmpty() ? "without a name" : "named \"" + name + "\"";
        return new ParameterResolutionException(
                "There is no " + kind + " " + wanted + "; the names are " + names + ": say which with @Server(\"..\")");
    }

    static ExtensionConfigurationException noServerOfFault(HostPart part) {
        return new ExtensionConfigurationException(
                part == HostPart.MAIL
                        ? "A fault such as @WithSmtpFault needs a mail server;"
                                + " add @WithMailServer, or a MailServerExtension field"
                        : "A fault of HTTP needs a web server; add @WithWebServer, or a WebServerExtension field");
    }

    static ExtensionConfigurationException unknownServerOfFault(HostPart part, String name, Collection<String> names) {
        String wanted = name.isEmpty() ? "without a name" : "named \"" + name + "\"";
        return new ExtensionConfigurationException("A fault is for a " + part + " " + wanted
                + ", but there is none; the names are " + names + ": say which with server = \"..\"");
    }

    static ParameterResolutionException twoTimelines() {
        return new ParameterResolutionException(
                "A Postfixture needs a mail server and a web server of the same scope, which"
                        + " share a timeline; give both the same scope, or take MailServer and WebServer apart");
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

    private static String named(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }
}
