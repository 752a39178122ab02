package io.github.postfixture.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTests {

    private final FaultPlan<String, String> plan = new FaultPlan<>();

    @Test
    void strikesWhereItIsMeantTo() {
        plan.add("pay"::equals, Occurrence.next(), "reset", "pay");

        assertThat(plan.strike("buy")).isEmpty();
        assertThat(plan.strike("pay")).contains("reset");
        assertThat(plan.strike("pay")).isEmpty();
    }

    @Test
    void letsFaultsThatEndGoFirstAndTheLatestOfTheOthers() {
        plan.add("pay"::equals, Occurrence.always(), "old", "pay");
        plan.add("pay"::equals, Occurrence.every(2), "new", "pay");
        plan.add("pay"::equals, Occurrence.times(2), "first", "pay");
        plan.add("pay"::equals, Occurrence.next(), "second", "pay");

        assertThat(strikes(7)).containsExactly("first", "first", "second", "old", "new", "old", "new");
    }

    @Test
    void tellsWhatNeverStruck() {
        plan.add("pay"::equals, Occurrence.times(2), "reset", "pay");
        plan.add("pay"::equals, Occurrence.every(3), "stall", "pay");
        plan.strike("pay");
        plan.strike("pay");
        plan.strike("pay");

        assertThat(plan.unused()).containsExactly("stall at pay, every(3)");
        plan.clear();
        assertThat(plan.unused()).isEmpty();
    }

    @Test
    void strikesExactlyAsOftenAsSaidWhenManyCome() {
        plan.add("pay"::equals, Occurrence.times(100), "reset", "pay");

        assertThat(IntStream.range(0, 1000)
                        .parallel()
                        .filter(i -> plan.strike("pay").isPresent()))
                .hasSize(100);
    }

    @Test
    void refusesToStrikeLessThanOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Occurrence.times(0))
                .withMessage("count (0) must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Occurrence.every(-1))
                .withMessage("nth (-1) must be positive");
    }

    private List<String> strikes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> plan.strike("pay").orElse("none"))
                .toList();
    }
}
