package io.github.postfixture.junit5;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Names the folder of a test so that no other test has it, on file systems that do not know capitals from small letters
 * too: after its class, and in that after its method, with the types of the parameters where the name occurs twice, and
 * the numbers of its invocation.
 */
final class ReportFolder {

    private static final int MOST_BYTES = 120;
    private static final Pattern INVOCATION = Pattern.compile("-invocation:#(\\d+)]");
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._]");

    /** What Windows takes for a device, whatever the extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ReportFolder() {}

    /** Return the path of the folder, relative to that of all reports. */
    static Path of(ExtensionContext test) {
        Class<?> type = test.getRequiredTestClass();
        String name = type.getName().replace('$', '.');
        String safe = safe(name);
        return path(safe.equals(name) ? safe : marked(safe, name), name)
                .resolve(path(method(test.getRequiredTestMethod(), type) + invocation(test), test.getUniqueId()));
    }

    /** Return the name of a method; with the types of its parameters, or whatever it takes, if another has that too. */
    private static String method(Method method, Class<?> type) {
        List<Method> all = ReflectionSupport.findMethods(type, ReportFolder::isTest, HierarchyTraversalMode.TOP_DOWN);
        if (isAlone(method, all, ReportFolder::named)) {
            return named(method);
        }
        String typed = typed(method);
        return isAlone(method, all, ReportFolder::typed) ? typed : marked(typed, method.toString());
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }

    private static boolean isAlone(Method method, List<Method> all, Function<Method, String> name) {
        return all.stream()
                .filter(other -> !other.equals(method))
                .noneMatch(other -> name.apply(other).equalsIgnoreCase(name.apply(method)));
    }

    private static String named(Method method) {
        return safe(method.getName());
    }

    private static String typed(Method method) {
        return shortened(Arrays.stream(method.getParameterTypes())
                .map(type -> safe(type.getSimpleName()))
                .collect(Collectors.joining("-", named(method) + "-", "")));
    }

    /** Tell the invocations of one test method apart. */
    private static String invocation(ExtensionContext test) {
        StringBuilder numbers = new StringBuilder();
        Matcher matcher = INVOCATION.matcher(test.getUniqueId());
        while (matcher.find()) {
            numbers.append('-').append(matcher.group(1));
        }
        return numbers.toString();
    }

    private static String safe(String name) {
        String safe = shortened(UNSAFE.matcher(name).replaceAll("_"));
        return DEVICE.matcher(safe).matches() ? "_" + safe : safe;
    }

    /** Return the beginning that any file system takes for a name, with some bytes to spare. */
    private static String shortened(String name) {
        int end = 0;
        for (int bytes = 0; end < name.length(); ) {
            int next = name.offsetByCodePoints(end, 1);
            bytes += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            end = next;
        }
        return name.substring(0, end);
    }

    /** Return the name with a mark that tells it from others which begin in the same way. */
    private static String marked(String name, String whole) {
        String digest =
                UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
        return name + "-" + digest.substring(0, 13);
    }

    /** Return the path; on a file system that has no such letters, that of a plain name. */
    private static Path path(String name, String whole) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return Path.of(marked(name.replaceAll("[^\\x00-\\x7f]", "_"), whole));
        }
    }
}
