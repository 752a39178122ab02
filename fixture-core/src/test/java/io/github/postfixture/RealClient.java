package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.postfixture.tls.CertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A program from outside the JVM that speaks to the servers. */
public final class RealClient {

    private static final boolean REQUIRED = Objects.equals(System.getenv("POSTFIXTURE_REAL_CLIENTS"), "required");

    private final List<String> command = new ArrayList<>();

    private RealClient(String... command) {
        this.command.addAll(Arrays.asList(command));
    }

    /** Return a program; abort the test if it is not installed, unless the environment requires it. */
    public static RealClient named(String... command) {
        pathOf(command[0]);
        return new RealClient(command);
    }

    /** Return where a program is; abort the test if it is not installed, unless the environment requires it. */
    public static String pathOf(String program) {
        Optional<Path> file = Stream.concat(Arrays.stream(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
        return file.orElseThrow(() -> missing(program + " is not installed")).toString();
    }

    /** Return a shell that runs a script with a program in it; abort the test if the program is not installed. */
    public static RealClient shell(String program, String script) {
        pathOf(program);
        return named("sh", "-c", script, program);
    }

    /** Return Perl, which runs a script; abort the test if it or one of the modules is not installed. */
    public static RealClient perl(String script, String... modules) {
        for (String module : modules) {
            if (named("perl", "-M" + module, "-e", "1").tryRun().exitCode() != 0) {
                throw missing("the Perl module " + module + " is not installed");
            }
        }
        return named("perl", "-e", script);
    }

    /** Return Debian's Python, which runs a script; abort the test if it or one of the modules is not installed. */
    public static RealClient debianPython(String script, String... modules) {
        String program = "PATH=/usr/bin:$PATH exec python3 -c \"$0\" \"$@\"";
        for (String module : modules) {
            if (named("sh", "-c", program, "import " + module).tryRun().exitCode() != 0) {
                throw missing("the Python module " + module + " is not installed");
            }
        }
        return named("sh", "-c", program, script);
    }

    /** Abort the test, or fail it if the environment requires what is missing; return never. */
    private static AssertionError missing(String what) {
        return REQUIRED ? fail(what) : abort(what);
    }

    /** Return curl, which trusts the throwaway authority and gives up after ten seconds. */
    public static RealClient curl() {
        return named("curl", "-sS", "--noproxy", "*", "-m", "10", "--cacert", caFile().toString());
    }

    /**
     * Return Node.js, which runs a script with packages from the folder that {@code POSTFIXTURE_NODE_MODULES} names; abort
     * the test if one of them is not there.
     */
    public static RealClient node(String script, String... packages) {
        Path modules = Optional.ofNullable(System.getenv("POSTFIXTURE_NODE_MODULES"))
                .map(Path::of)
                .orElseThrow(() -> missing("POSTFIXTURE_NODE_MODULES names no folder of Node.js packages"));
        for (String wanted : packages) {
            if (!Files.isDirectory(modules.resolve(wanted))) {
                throw missing("the Node.js package " + wanted + " is not in " + modules);
            }
        }
        pathOf("node");
        return named(
                "env",
                "NODE_PATH=" + modules,
                "NODE_EXTRA_CA_CERTS=" + caFile(),
                "timeout",
                "60",
                "node",
                "-e",
                script);
    }

    /** Return the certificate of the throwaway authority in a file. */
    public static Path caFile() {
        try {
            Path file = Files.createTempFile("postfixture-ca", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, CertificateAuthority.ofThisJvm().pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Run the program to its end and return what it printed; fail if its exit code is not 0. */
    public String run(String... arguments) {
        Result result = tryRun(arguments);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    /** Run the program to its end. */
    public Result tryRun(String... arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(Arrays.asList(arguments));
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * How a program ended.
     *
     * @param exitCode its exit code
     * @param output what it printed
     */
    public record Result(int exitCode, String output) {}
}
