package io.github.postfixture;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network of its own on this machine, as a container has one: it shares nothing with the tests but a cable between
 * {@link #address()} and itself.
 */
final class OtherMachine implements AutoCloseable {

    private static final long ID = ProcessHandle.current().pid() % 16_384;
    private static final String NAME = "postfixture-" + ID;
    private static final String NEAR_END = "pfa" + ID;
    private static final String FAR_END = "pfb" + ID;

    private final RealClient ip = RealClient.named("ip");

    private OtherMachine() {}

    /** Start it; abort the test if this user may not. */
    static OtherMachine start() {
        OtherMachine machine = new OtherMachine();
        RealClient.Result created = machine.ip.tryRun("netns", "add", NAME);
        if (created.exitCode() != 0) {
            abort("No network of its own can be had here: " + created.output());
        }
        try {
            machine.connect();
            return machine;
        } catch (AssertionError e) {
            machine.close();
            throw e;
        }
    }

    private void connect() {
        ip.run("link", "add", NEAR_END, "type", "veth", "peer", "name", FAR_END);
        ip.run("link", "set", FAR_END, "netns", NAME);
        ip.run("addr", "add", address() + "/30", "dev", NEAR_END);
        ip.run("link", "set", NEAR_END, "up");
        ip.run("-n", NAME, "addr", "add", network(2) + "/30", "dev", FAR_END);
        ip.run("-n", NAME, "link", "set", FAR_END, "up");
    }

    /** Return the address at which the other machine sees this one. */
    String address() {
        return network(1);
    }

    /** Return an address of this machine's cable, in the network that is set aside for such tests (RFC 2544). */
    private static String network(long host) {
        return "198.18." + ID / 64 + "." + (ID % 64 * 4 + host);
    }

    /** Let the other machine know this one by these names. */
    OtherMachine knowsUsAs(String... names) {
        try {
            Path hosts = Files.createDirectories(directory()).resolve("hosts");
            Files.writeString(hosts, address() + " " + String.join(" ", names) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return a program that runs there. */
    RealClient program(String... command) {
        RealClient.pathOf(command[0]);
        String[] line = new String[command.length + 4];
        System.arraycopy(new String[] {"ip", "netns", "exec", NAME}, 0, line, 0, 4);
        System.arraycopy(command, 0, line, 4, command.length);
        return RealClient.named(line);
    }

    private static Path directory() {
        return Path.of("/etc/netns", NAME);
    }

    @Override
    public void close() {
        ip.tryRun("netns", "del", NAME);
        ip.tryRun("link", "del", NEAR_END);
        try {
            Files.deleteIfExists(directory().resolve("hosts"));
            Files.deleteIfExists(directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
