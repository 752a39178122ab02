package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class ServerLocksTests {

    private final ServerLocks locks = new ServerLocks();

    @Test
    void ofDifferentServersDoNotWaitForEachOther() throws Exception {
        Runnable unlock = locks.lock(List.of("shop"));

        CompletableFuture.runAsync(() -> locks.lock(List.of("billing")).run()).get(1, TimeUnit.MINUTES);
        unlock.run();
    }

    @Test
    void ofOneServerAreHadOneAfterTheOther() throws Exception {
        Runnable unlock = locks.lock(List.of("billing", "shop"));
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> locks.lock(List.of("shop")).run());

        assertThat(other).isNotDone();
        unlock.run();
        other.get(1, TimeUnit.MINUTES);
    }

    @Test
    void areRefusedToATestThatBeginsInTheMiddleOfAnotherOne() throws Exception {
        Runnable unlock = locks.lock(List.of("shop"));

        assertThatThrownBy(() -> locks.lock(List.of("billing", "shop")))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        "JUnit began this test in the middle of another one, on the same thread, and both use the shop:"
                                + " the other one waits for a parallel stream or a fork-join task, whose thread takes up other work"
                                + " meanwhile. Annotate its class with @Execution(SAME_THREAD), or let it wait in another way");
        CompletableFuture.runAsync(() -> locks.lock(List.of("billing")).run()).get(1, TimeUnit.MINUTES);
        unlock.run();
        CompletableFuture.runAsync(() -> locks.lock(List.of("shop")).run()).get(1, TimeUnit.MINUTES);
    }
}
