package io.github.postfixture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program in a JVM of its own, on the class path of the tests. */
public final class OwnJvm {

    private OwnJvm() {}

    /** Return everything that a program says, errors included, in a JVM with such settings, separated by spaces. */
    public static String said(Class<?> program, String settings) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(settings.split(" ")));
        line.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), program.getName()));
        ProcessBuilder jvm = new ProcessBuilder(line).redirectErrorStream(true);
        jvm.environment().put("LC_ALL", "C");
        return new String(jvm.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
