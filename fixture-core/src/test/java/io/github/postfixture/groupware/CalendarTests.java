package io.github.postfixture.groupware;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.postfixture.Postfixture;
import io.github.postfixture.groupware.store.AccountHome;
import io.github.postfixture.ical.Event;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendarTests {

    private static final ZonedDateTime MONDAY_AT_TEN =
            ZonedDateTime.of(2026, 12, 7, 10, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    private final Postfixture host = Postfixture.builder()
            .groupware(Groupware.builder().account("ada@example.org", "secret").timeout(ofMillis(50)))
            .start();
    private final Calendar calendar = host.groupware().calendar("ada@example.org");

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void waitsForAnEventThatAClientPuts() throws Exception {
        CompletableFuture<Void> later = CompletableFuture.runAsync(() -> calendar.put(review()));

        assertThat(calendar)
                .within(ofSeconds(60))
                .receivesEvent("Review")
                .startsAt(MONDAY_AT_TEN)
                .hasAttendee("bob@example.org");
        later.get();
        assertThat(calendar.event("Review").raw()).isEqualTo(review().raw());
    }

    @Test
    void takesAnEventWithTheSameUidForAnUpdate() {
        calendar.put(review());
        calendar.put(event("Review, moved", MONDAY_AT_TEN.plusDays(1)));

        assertThat(calendar)
                .hasEventCount(1)
                .hasNoEvent(EventCriteria.summary("Review"))
                .hasEvent("Review, moved")
                .startsAt(MONDAY_AT_TEN.plusDays(1));
    }

    @Test
    void forgetsWhatIsRemoved() {
        calendar.put(review());
        calendar.remove("1@example.org");

        assertThat(calendar).isEmpty();
        assertThatThrownBy(() -> calendar.remove("1@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("uid (1@example.org) must be that of an event in the calendar of ada@example.org");
    }

    @Test
    void saysThatItIsEmpty() {
        assertThatThrownBy(() -> calendar.awaitEvent("Review"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected an event with summary \"Review\" in the calendar of ada@example.org within 50 ms"
                        + " but it is empty.");
    }

    @Test
    void saysWhatTheNearestEventIs() {
        calendar.put(event("Revue", MONDAY_AT_TEN));

        assertThatThrownBy(() -> calendar.event("Review"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "Expected an event with summary \"Review\" in the calendar of ada@example.org but the only one is"
                                + " \"Revue\" at 2026-12-07T10:00+01:00[Europe/Berlin].");
    }

    @Test
    void listsWhatThereIsIfThatIsMore() {
        calendar.put(event("Revue", MONDAY_AT_TEN));
        calendar.put(Event.builder()
                .uid("2@example.org")
                .summary("Lunch")
                .starts(MONDAY_AT_TEN.plusHours(2))
                .build());

        assertThatThrownBy(() -> calendar.event(EventCriteria.startingAt(MONDAY_AT_TEN.plusHours(1))))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected an event starting at 2026-12-07T11:00+01:00[Europe/Berlin] in the calendar of \
                        ada@example.org but the nearest of 2 is "Revue", which starts at 2026-12-07T10:00+01:00[Europe/Berlin].
                        It holds 2 events:
                          "Revue" at 2026-12-07T10:00+01:00[Europe/Berlin]
                          "Lunch" at 2026-12-07T12:00+01:00[Europe/Berlin]""");
    }

    @Test
    void saysWhichEventShouldNotBeThere() {
        calendar.put(review());

        assertThatThrownBy(() -> assertThat(calendar)
                        .receivesNoEventFor(ofSeconds(60), EventCriteria.attendee("bob@example.org")))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "Expected the calendar of ada@example.org to have no event with attendee bob@example.org for"
                                + " 60 seconds but it has \"Review\" at 2026-12-07T10:00+01:00[Europe/Berlin].");
    }

    @Test
    void saysHowManyEventsThereAre() {
        calendar.put(review());

        assertThatThrownBy(() -> assertThat(calendar).hasEventCount(2))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected the calendar of ada@example.org to have 2 events but it has 1.
                        It holds 1 event:
                          "Review" at 2026-12-07T10:00+01:00[Europe/Berlin]""");
    }

    @Test
    void refusesTheCalendarOfNobody() {
        assertThatThrownBy(() -> host.groupware().calendar("eve@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("address (eve@example.org) must be that of an account: ada@example.org");
    }

    @Test
    void isWhereItsHomeSays() {
        assertThat(new AccountHome("ada@example.org").calendar()).hasToString("/calendars/ada@example.org/calendar");
    }

    private static Event review() {
        return event("Review", MONDAY_AT_TEN);
    }

    private static Event event(String summary, ZonedDateTime start) {
        return Event.builder()
                .uid("1@example.org")
                .summary(summary)
                .starts(start)
                .attendee("bob@example.org")
                .build();
    }
}
