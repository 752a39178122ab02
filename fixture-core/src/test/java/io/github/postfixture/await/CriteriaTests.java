package io.github.postfixture.await;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaTests {

    private static final Criteria<String> ANY = Criteria.any();
    private static final Criteria<String> SHORT = criterion("short", 3);
    private static final Criteria<String> TINY = criterion("tiny", 1);

    private static Criteria<String> criterion(String description, int longest) {
        return Criteria.of(
                Criterion.of(description, text -> text.length() <= longest, text -> text.length() + " long"));
    }

    @Test
    void ofNothingAreMetByEverything() {
        assertThat(ANY.test("four")).isTrue();
        assertThat(ANY).hasToString("");
        assertThat(ANY.afterNoun()).isEmpty();
    }

    @Test
    void areAllToBeMet() {
        Criteria<String> both = Criteria.allOf(List.of(SHORT, ANY, TINY));

        assertThat(both.test("a")).isTrue();
        assertThat(both.test("abc")).isFalse();
        assertThat(both).hasToString("short tiny");
        assertThat(both.afterNoun()).isEqualTo(" short tiny");
        assertThat(both.firstDifference("abc")).get().hasToString("tiny");
        assertThat(both.firstDifference("abc").orElseThrow().found("abc")).isEqualTo("3 long");
        assertThat(both.firstDifference("a")).isEmpty();
    }

    @Test
    void canBeAlternatives() {
        Criteria<String> one = Criteria.anyOf(List.of(TINY, SHORT), text -> "neither: " + text);

        assertThat(one.test("abc")).isTrue();
        assertThat(one.test("four")).isFalse();
        assertThat(one).hasToString("tiny or short");
        assertThat(one.firstDifference("four").orElseThrow().found("four")).isEqualTo("neither: four");
    }

    @Test
    void canBeNegated() {
        Criteria<String> not = SHORT.negated(text -> "is " + text);

        assertThat(not.test("abc")).isFalse();
        assertThat(not.test("four")).isTrue();
        assertThat(not).hasToString("not short");
        assertThat(not.firstDifference("abc").orElseThrow().found("abc")).isEqualTo("is abc");
    }

    @Test
    void measureHowFarAThingIsFromMeetingThem() {
        Criteria<String> half =
                Criteria.of(Criterion.<String>of("a", "a"::equals, text -> text).measuredBy(text -> 0.5));

        assertThat(Criteria.allOf(List.of(SHORT, TINY)).distance("a")).isZero();
        assertThat(Criteria.allOf(List.of(SHORT, TINY)).distance("abc")).isEqualTo(1);
        assertThat(Criteria.allOf(List.of(SHORT, TINY, half)).distance("four")).isEqualTo(2.5);
    }

    @Test
    void areEqualIfTheirWordsAndWhatIdentifiesThemAre() {
        Criterion<String> met = Criterion.of("same", text -> true, text -> text);
        Criterion<String> unmet = Criterion.of("same", text -> false, text -> text);
        Criterion<String> other = Criterion.of("other", text -> true, text -> text);

        assertThat(met)
                .isEqualTo(unmet)
                .hasSameHashCodeAs(unmet)
                .isNotEqualTo(other)
                .isNotEqualTo(met.identifiedBy(1));
        assertThat(Criteria.allOf(List.of(SHORT, TINY))).isEqualTo(Criteria.allOf(List.of(SHORT, TINY)));
        assertThat(Criteria.anyOf(List.of(SHORT, TINY), text -> text))
                .isEqualTo(Criteria.anyOf(List.of(SHORT, TINY), text -> text))
                .isNotEqualTo(Criteria.anyOf(List.of(SHORT), text -> text));
    }
}
