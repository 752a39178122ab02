package io.github.postfixture.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {

    @Test
    void readsEveryKindOfValue() {
        Json json = Json.parse(
                " {\"a\": [1, -2.5e3, true, false, null], \"b\\n\\u00e9\": {\"\": \"\\\"\\\\/\"}, \"c\": []}\r\n");

        assertThat(json)
                .hasToString("{\"a\":[1,-2.5E+3,true,false,null],\"b\\n\u00e9\":{\"\":\"\\\"\\\\/\"},\"c\":[]}");
        assertThat(json.at("a", 1).number()).isEqualByComparingTo("-2500");
        assertThat(json.at("a", 2).bool()).isTrue();
        assertThat(json.at("a", 4).isNull()).isTrue();
        assertThat(json.at("b\n\u00e9", "").text()).isEqualTo("\"\\/");
        assertThat(json.find("a", 5)).isEmpty();
        assertThat(json.find("a", "x")).isEmpty();
    }

    @Test
    void isMadeOfMembersAndItems() {
        Json order = Json.object()
                .with("id", 7)
                .with("paid", false)
                .with("items", Json.array(List.of(Json.object().with("name", "tea"), Json.object())))
                .with("id", 8.5);

        assertThat(order).hasToString("{\"id\":8.5,\"paid\":false,\"items\":[{\"name\":\"tea\"},{}]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order.with("at", List.of()))
                .withMessage("member ([]) must be a Json, a string, a number or a boolean");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order.at("paid").with("a", 1))
                .withMessage("false must be an object");
    }

    @Test
    void isWrittenWithALineForEachMemberAndItem() {
        Json json = Json.parse("{\"a\": [1, {\"b\": null}, []], \"c\": {}}");

        assertThat(json.indented()).isEqualTo("""
                {
                  "a": [
                    1,
                    {
                      "b": null
                    },
                    []
                  ],
                  "c": {}
                }""");
        assertThat(Json.parse(json.indented())).isEqualTo(json);
    }

    @Test
    void escapesHalfACharacterWhichNoFileCanHold() {
        assertThat(Json.object().with("a", "\ud83d\ude00 \ud83d")).hasToString("{\"a\":\"\ud83d\ude00 \\ud83d\"}");
    }

    @Test
    void ignoresAByteOrderMark() {
        assertThat(Json.parse("\ufeff[1]")).isEqualTo(Json.parse("[1]"));
    }

    @Test
    void saysWhatItIsWhenAskedForSomethingElse() {
        Json json = Json.parse("{\"a\": [1]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.at("a", 1))
                .withMessage("path ($.a[1]) must lead to a value of {\"a\":[1]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.at("a").text())
                .withMessage("[1] must be a string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\" 1}",
                "{\"a\":1,}",
                "{a:1}",
                "'a'",
                "01",
                "1.",
                "+1",
                "-",
                "nul",
                "true false",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\t\"",
                "\"\u0000\"",
                "[1 2]",
                "{\"a\":1,\"a\":2}",
                "1e9999999999",
                "NaN"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse(text))
                .withMessageStartingWith("not JSON at line 1, column ");
    }

    @Test
    void saysWhereItBreaksOff() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("{\n  \"a\": 1\n  \"b\": 2}"))
                .withMessage("not JSON at line 3, column 3: expected a comma or } but found \"\\\"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("[1"))
                .withMessage("not JSON at line 1, column 3: expected a comma or ] but the text ends");
    }

    @Test
    void survivesWhatIsTooDeepOrTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("[".repeat(1_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("1".repeat(1_000_000)));
        assertThat(Json.parse("1e999999999").differenceFrom(Json.parse("1"))).isPresent();
    }

    @Test
    void needsLittleOfTheStackAtEveryDepth() throws Exception {
        String deep = "[{\"a\":".repeat(100) + "1" + "}]".repeat(100);
        FutureTask<String> task = new FutureTask<>(() -> {
            Json json = Json.parse(deep);
            assertThat(json).isEqualTo(Json.parse(deep)).hasSameHashCodeAs(Json.parse(deep));
            return json.toString();
        });
        new Thread(null, task, "small", 256 * 1024).start();

        assertThat(task.get()).isEqualTo(deep);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("[" + deep + "]"))
                .withMessageEndingWith("expected no more than 200 levels but found \"{\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2} | {\"b\":2.0,\"a\":1e0} | ",
                "{\"a\":1} | {\"a\":2} | $.a is 2, expected 1",
                "{\"a\":1} | {} | $.a is missing (expected 1)",
                "{\"amount\":1290} | {\"cents\":1290} | $.amount is missing (expected 1290); not expected: $.cents = 1290",
                "{\"a\":1} | {\"a\":1,\"b\":2} | not expected: $.b = 2",
                "{\"a\":[1,{\"b\":\"x\"}]} | {\"a\":[1,{\"b\":\"y\"}]} | $.a[1].b is \"y\", expected \"x\"",
                "[1,2] | [1] | $ has 1 items, expected 2",
                "[] | {} | $ is {}, expected []",
                "null | 0 | $ is 0, expected null",
            })
    void findsTheFirstDifference(String expected, String actual, String difference) {
        assertThat(Json.parse(actual).differenceFrom(Json.parse(expected)).orElse(null))
                .isEqualTo(difference);
        assertThat(Json.parse(actual).equals(Json.parse(expected))).isEqualTo(difference == null);
    }

    @Test
    void letsObjectsHaveMoreMembersWhereAPartIsExpected() {
        Json actual = Json.parse("{\"a\":[{\"b\":1,\"c\":2}],\"d\":3}");

        assertThat(actual.differenceFromPart(Json.parse("{\"a\":[{\"b\":1}]}"))).isEmpty();
        assertThat(actual.differenceFromPart(Json.parse("{\"a\":[]}"))).contains("$.a has 1 items, expected 0");
        assertThat(actual.differenceFromPart(Json.parse("{\"b\":1}")))
                .contains("$.b is missing (expected 1); there is also: $.a = [{\"b\":1,\"c\":2}], $.d = 3");
    }

    @Test
    void hasEqualHashCodesForEqualValues() {
        assertThat(Json.parse("{\"a\":[1.0,null,\"x\"]}")).hasSameHashCodeAs(Json.parse("{\"a\":[1,null,\"x\"]}"));
    }
}
