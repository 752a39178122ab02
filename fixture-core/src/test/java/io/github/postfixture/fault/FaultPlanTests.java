package io.github.postfixture.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultPlanTests {

    private final Timeline timeline = new Timeline();
    private final FaultScript script = new FaultScript(timeline);
    private final FaultPlan<String, Trouble> plan = script.plan("shop", UnaryOperator.identity());

    @Test
    void strikesWhereItIsMeantTo() {
        at("pay", Occurrence.next(), new Trouble("reset"));

        assertThat(plan.strike("buy")).isEmpty();
        assertThat(plan.strike("pay")).contains(new Trouble("reset"));
        assertThat(plan.strike("pay")).isEmpty();
    }

    @Test
    void letsFaultsThatEndGoFirstAndTheLatestOfTheOthers() {
        at("pay", Occurrence.always(), new Trouble("old"));
        at("pay", Occurrence.every(2), new Trouble("new"));
        at("pay", Occurrence.times(2), new Trouble("first"));
        at("pay", Occurrence.next(), new Trouble("second"));

        assertThat(strikes(7)).containsExactly("first", "first", "second", "old", "new", "old", "new");
    }

    @Test
    void strikesTheFirstTryOfEachArgumentInAnyLetterCase() {
        plan.at(occasion -> true, "anywhere").firstTryOfEach(new Trouble("greylisted"));

        assertThat(plan.strike("bob")).isPresent();
        assertThat(plan.strike("carol")).isPresent();
        assertThat(plan.strike("BOB")).isEmpty();
        assertThat(plan.strike("carol")).isEmpty();
    }

    @Test
    void tellsTheTimelineOfEveryStrikeByItsNumber() {
        FaultPlan<String, Trouble> other = script.plan("bank", UnaryOperator.identity());
        other.at(occasion -> true, "anywhere").next(ConnectionFault.stall());
        at("pay", Occurrence.next(), ConnectionFault.reset());
        plan.strike("pay");
        plan.strike("pay");
        other.strike("safe", "money");

        assertThat(timeline.events())
                .extracting(event -> event.source() + ": " + event.detail())
                .containsExactly("shop: fault #2 (reset) strikes at pay", "safe: fault #1 (stall) strikes at money");
    }

    @Test
    void tellsWhatNeverStruck() {
        at("pay", Occurrence.times(2), new Trouble("reset"));
        at("pay", Occurrence.every(3), new Trouble("stall"));
        at("pay", Occurrence.firstTryOfEach(), new Trouble("delay"));
        strikes(2);

        assertThat(script.unused())
                .containsExactly(
                        "fault #3 (delay) at pay, firstTryOfEach, never struck",
                        "fault #2 (stall) at pay, every(3), never struck");
        script.clear();
        assertThat(script.unused()).isEmpty();
        assertThat(strikes(1)).containsExactly("none");
    }

    @Test
    void tellsInTheEndHowEveryFaultOfAllPlansWasUsedInTheOrderOfTheirNumbers() {
        FaultPlan<String, Trouble> other = script.plan("bank", UnaryOperator.identity());
        other.at(occasion -> true, "anywhere").always(ConnectionFault.stall());
        at("pay", Occurrence.next(), new Trouble("reset"));
        at("pay", Occurrence.times(2), new Trouble("delay"));
        at("buy", Occurrence.times(3), new Trouble("refusal"));
        at("buy", Occurrence.times(4), new Trouble("silence"));
        plan.strike("pay");
        plan.strike("pay");
        IntStream.range(0, 3).forEach(i -> plan.strike("buy"));
        IntStream.range(0, 3).forEach(i -> other.strike("safe"));

        script.noteUses("shop");

        assertThat(noted())
                .extracting(Event::line)
                .containsExactly(
                        "in the end, fault #1 (stall) at anywhere, always: struck 3 times, has no end",
                        "in the end, fault #2 (reset) at pay, next: struck once, ended",
                        "in the end, fault #3 (delay) at pay, times(2): struck once, would strike once more",
                        "in the end, fault #4 (refusal) at buy, times(3): struck 3 times, ended",
                        "in the end, fault #5 (silence) at buy, times(4): never struck, would strike 4 more times");
    }

    @Test
    void showsFaultsInAReportByTheirNumbers() {
        at("<pay>", Occurrence.times(3), new Trouble("451"));
        plan.strike("<pay>");
        plan.strike("<pay>");
        script.noteUses("shop");

        EventCard card = noted().get(0).card().orElseThrow();

        assertThat(card.section()).isEqualTo(new CardSection("faults", "Faults"));
        assertThat(card.number()).hasValue(1);
        assertThat(card.label() + ", " + card.title()).isEqualTo("#1, 451 at <pay>");
        assertThat(card.facts()).hasToString("<span class=\"people\">struck twice, would strike once more</span>");
        assertThat(new String(card.files().get(0).content().get(), StandardCharsets.UTF_8))
                .isEqualTo("in the end, fault #1 (451) at <pay>, times(3): struck twice, would strike once more\n");
    }

    @Test
    void tellsNothingInTheEndOfFaultsThatWereCleared() {
        at("pay", Occurrence.next(), new Trouble("reset"));
        script.clear();

        script.noteUses("shop");

        assertThat(noted()).isEmpty();
    }

    @Test
    void strikesExactlyAsOftenAsSaidWhenManyCome() {
        at("pay", Occurrence.times(100), new Trouble("reset"));

        assertThat(IntStream.range(0, 1000)
                        .parallel()
                        .filter(i -> plan.strike("pay").isPresent()))
                .hasSize(100);
    }

    @Test
    void refusesToStrikeLessThanOnce() {
        FaultPoint<Trouble> point = plan.at("pay"::equals, "pay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> point.times(0, new Trouble("reset")))
                .withMessage("count (0) must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> point.every(-1, new Trouble("reset")))
                .withMessage("nth (-1) must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> point.randomly(1, 1.5, new Trouble("reset")))
                .withMessage("probability (1.5) must be between 0 and 1");
        assertThat(script.unused()).isEmpty();
    }

    private List<Event> noted() {
        return timeline.trace().stream().filter(event -> event.number() == 0).toList();
    }

    private void at(String place, Occurrence occurrence, Fault<? super Trouble> fault) {
        plan.at(place::equals, place).strike(occurrence, fault);
    }

    private List<String> strikes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> plan.strike("pay").map(Object::toString).orElse("none"))
                .toList();
    }

    /** A fault of the protocol of the shop. */
    private record Trouble(String name) implements Fault<Trouble> {

        @Override
        public String toString() {
            return name;
        }
    }
}
