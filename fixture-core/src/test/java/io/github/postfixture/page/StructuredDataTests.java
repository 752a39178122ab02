package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.json.Json;
import org.junit.jupiter.api.Test;

class StructuredDataTests {

    @Test
    void isFoundInEveryScript() {
        Html html = Html.of(script("{\"@type\": \"Product\", \"price\": 1.50}")
                + script("[{\"@type\": [\"A\", \"B\"]}, 1]")
                + script("{\"@graph\": [{\"@type\": \"Person\"}]}")
                + "<script>{</script>");

        assertThat(html)
                .hasStructuredData("Product")
                .hasStructuredData("B")
                .hasStructuredData("Person")
                .structuredData()
                .hasSize(3)
                .first()
                .isEqualTo(Json.parse("{\"price\": 1.5, \"@type\": \"Product\"}"));
    }

    @Test
    void listsTheTypes() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Html.of("x" + script("{\"@type\":\"Person\"}")))
                        .hasStructuredData("Product"))
                .withMessage("""
                        Expected structured data of type Product but the only type is Person.
                          markup "x\"""");
    }

    @Test
    void mustBeJson() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> assertThat(Html.of("x" + script("{\n'a': 1}"))).structuredData())
                .withMessage("""
                        Expected structured data in JSON but line 1: <script type="application/ld+json"> is not JSON at line 2, column 1: expected a name in quotes but found "'".
                          markup "x\"""");
    }

    private static String script(String json) {
        return "<script type=application/ld+json>" + json + "</script>";
    }
}
