package io.github.postfixture.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class TurnsTests {

    private final Turns turns = new Turns();

    @Test
    void ofDifferentServersDoNotWaitForEachOther() throws Exception {
        Runnable end = turns.take(List.of("shop"));

        CompletableFuture.runAsync(() -> turns.take(List.of("billing")).run()).get(1, TimeUnit.MINUTES);
        end.run();
    }

    @Test
    void ofOneServerComeOneAfterTheOther() throws Exception {
        Runnable end = turns.take(List.of("billing", "shop"));
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> turns.take(List.of("shop")).run());

        assertThat(other).isNotDone();
        end.run();
        other.get(1, TimeUnit.MINUTES);
    }

    @Test
    void areRefusedToATestThatBeginsInTheMiddleOfAnotherOne() throws Exception {
        Runnable end = turns.take(List.of("shop"));

        assertThatThrownBy(() -> turns.take(List.of("billing", "shop")))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        "JUnit began this test in the middle of another one, on the same thread, and both use the shop:"
                                + " the other one waits for a parallel stream or a fork-join task, whose thread takes up other work"
                                + " meanwhile. Annotate its class with @Execution(SAME_THREAD), or let it wait in another way");
        CompletableFuture.runAsync(() -> turns.take(List.of("billing")).run()).get(1, TimeUnit.MINUTES);
        end.run();
        CompletableFuture.runAsync(() -> turns.take(List.of("shop")).run()).get(1, TimeUnit.MINUTES);
    }
}
