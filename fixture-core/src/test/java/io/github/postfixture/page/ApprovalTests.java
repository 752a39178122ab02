package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalTests {

    @TempDir
    private Path directory;

    private Path approved;
    private Path received;

    @BeforeEach
    void nameFiles() {
        approved = directory.resolve("page.md");
        received = directory.resolve("page.md.received");
    }

    @Test
    void tellsWhatAReaderMeets() throws IOException {
        try (PageServer server = PageServer.plain()) {
            server.html("/shop/", """
                    <title>Shop</title><style>p{}</style><h1>Your <b>orders</b></h1>
                    <p>Hello,<br>Alice. <a href=/home?x=1>Home</a> or <a href=https://example.org/>away</a></p>
                    <ul><li>one<li>two</ul><img src=/logo-8af3.png alt=Logo><p hidden>unseen</p>
                    <form method=POST action=search><input type=hidden name=csrf value=random>
                    <input name=q value=x><label><input type=checkbox name=all checked> all</label>
                    <select name=sort><option value=1>Price<option value=2>Name</select>
                    <button>Search</button></form><script>var x = "<p>no</p>";</script>
                    <table><tr><th>Number<th>Total<tr><td>4711<td><p>12</p><p><a href=/4711>more</a></p></table>
                    <div>after</div>""");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(
                            () -> assertThat(Page.open(server.uri("/shop/"))).matchesApproved(approved));
        }

        assertThat(received).hasContent("""
                title: Shop
                # Your orders
                Hello,
                Alice. [Home](/home?x=1) or [away](https://example.org/)
                - one
                - two
                ![Logo]
                form post /shop/search
                {q: x} {x all: on} all {x sort: Price} {_ sort: Name} {button Search}
                | Number | Total |
                | 4711 | 12 [more](/4711) |
                after
                """);
    }

    @Test
    void tellsHowToApprove() {
        Html html = Html.of("<h1>Hello</h1>");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(html).matchesApproved(approved))
                .withMessage("""
                        Expected the content to be as approved in %s but nothing is approved yet.
                          markup "Hello"
                        To approve what was received:
                          mv %s %s""", approved, received, approved);
        assertThat(received).hasContent("title: \n# Hello\n".replace(": \n", ":\n"));
    }

    @Test
    void passesOnceItIsApproved() throws IOException {
        Files.writeString(approved, "title: T\r\n# Hello\r\n");
        Files.writeString(received, "stale");

        assertThat(Html.of("<title>T</title><h1>Hello")).matchesApproved(approved);

        assertThat(received).doesNotExist();
    }

    @Test
    void showsTheFirstDifference() throws IOException {
        Files.writeString(approved, "title: T\n# Hello\n");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat(Html.of("<title>T</title><h1>Good bye")).matchesApproved(approved))
                .withMessageContaining("but line 2 is \"# Good bye\" instead of \"# Hello\".\n");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Html.of("<title>T</title>")).matchesApproved(approved))
                .withMessageContaining("but line 2 is missing instead of \"# Hello\".\n");
    }
}
