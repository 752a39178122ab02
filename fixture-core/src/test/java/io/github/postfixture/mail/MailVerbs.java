package io.github.postfixture.mail;

import io.github.postfixture.mail.dkim.DkimKeys;
import io.github.postfixture.mail.lint.MailDefect;
import io.github.postfixture.mail.message.Attachment;
import io.github.postfixture.mail.message.MailCriteria;
import io.github.postfixture.mail.message.MailPriority;
import io.github.postfixture.mail.message.MailStructure;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.tls.CertificateAuthority;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Every verb on a received mail, and on the parts that lead to assertions of ours, called with arguments that may fit. */
public final class MailVerbs {

    private final Map<Class<?>, Object> arguments;

    /** Prepare arguments; verbs that compare with files do so in this directory. */
    public MailVerbs(Path directory) {
        ReceivedMail other = Sender.receive("Message-ID: <a@b>\n\nx");
        arguments = Map.ofEntries(
                Map.entry(String.class, "example.org"),
                Map.entry(String[].class, new String[] {"alice@example.org"}),
                Map.entry(int.class, 0),
                Map.entry(ReceivedMail.class, other),
                Map.entry(MailPriority.class, MailPriority.LOW),
                Map.entry(MailStructure.class, MailStructure.plain()),
                Map.entry(MailDefect[].class, new MailDefect[] {MailDefect.MISSING_DATE}),
                Map.entry(MailCriteria.class, MailCriteria.textContaining("x")),
                Map.entry(Path.class, directory.resolve("approved.eml")),
                Map.entry(Pattern.class, Pattern.compile("x")),
                Map.entry(DkimKeys.class, keys()),
                Map.entry(
                        X509Certificate.class, CertificateAuthority.ofThisJvm().certificate()),
                Map.entry(ZonedDateTime.class, ZonedDateTime.parse("2026-11-03T10:00:00Z")));
    }

    /** Return the public methods that a class of assertions declares, its ancestors of ours included. */
    public static List<Method> declaredBy(Class<?> assertion) {
        return Stream.<Class<?>>iterate(assertion, MailVerbs::isOurs, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .toList();
    }

    /** Call every verb on a mail and on each of its attachments; collect what is thrown. */
    public List<Throwable> callAll(ReceivedMail mail) {
        Stream<AbstractAssert<?, ?>> parts = mail.attachments().stream().map(Attachment::assertThat);
        return Stream.concat(Stream.<AbstractAssert<?, ?>>of(mail.assertThat()), parts)
                .flatMap(assertion -> callAll(assertion, 2).stream())
                .toList();
    }

    private List<Throwable> callAll(AbstractAssert<?, ?> assertion, int depth) {
        return declaredBy(assertion.getClass()).stream()
                .filter(verb -> Arrays.stream(verb.getParameterTypes()).allMatch(arguments::containsKey))
                .filter(verb -> !verb.getName().equals("worksOnce"))
                .flatMap(verb -> call(assertion, verb, depth))
                .toList();
    }

    private Stream<Throwable> call(AbstractAssert<?, ?> assertion, Method verb, int depth) {
        try {
            Object next = verb.invoke(
                    assertion,
                    Arrays.stream(verb.getParameterTypes()).map(arguments::get).toArray());
            return depth > 0 && next != assertion && isOnMail(next.getClass())
                    ? callAll((AbstractAssert<?, ?>) next, depth - 1).stream()
                    : Stream.empty();
        } catch (InvocationTargetException e) {
            return Stream.of(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOnMail(Class<?> type) {
        return type.getName().startsWith("io.github.postfixture.mail.");
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.github.postfixture.")
                && !type.getPackageName().endsWith(".explanation");
    }

    private static DkimKeys keys() {
        try {
            return DkimKeys.of(
                    "example.org",
                    "x",
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
