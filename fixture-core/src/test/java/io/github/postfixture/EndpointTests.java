package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EndpointTests {

    @Test
    void hasAUri() {
        assertThat(new Endpoint("smtp", "127.0.0.1", 25).uri()).hasToString("smtp://127.0.0.1:25");
        assertThat(new Endpoint("http", "::1", 80).uri("/a?b=c")).hasToString("http://[::1]:80/a?b=c");
    }

    @Test
    void needsAnAbsolutePath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Endpoint("http", "localhost", 80).uri("a"))
                .withMessage("path (a) must start with a slash; http().uri() and its like are without a path");
    }
}
