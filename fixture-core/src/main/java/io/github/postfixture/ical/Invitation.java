package io.github.postfixture.ical;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/**
 * A meeting that a mail invites to, answers or calls off (RFC 5546, RFC 6047): a method, and the first event of its calendar.
 * Immutable.
 */
public final class Invitation implements AssertProvider<InvitationAssert> {

    private final CalendarPart part;
    private final Event event;

    private Invitation(CalendarPart part, Event event) {
        this.part = part;
        this.event = event;
    }

    /**
     * Read a calendar.
     *
     * @throws AssertionError if it holds no event
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static Invitation of(CalendarPart part) {
        return new Invitation(part, Event.parse(part.text().getBytes(StandardCharsets.UTF_8)));
    }

    /** Return the event, as a calendar has it. */
    public Event event() {
        return event;
    }

    /** Return the method of the calendar, such as {@code REQUEST}; empty if there is none. */
    public String method() {
        return event.object().calendar().text("METHOD");
    }

    /** Return the method that the {@code Content-Type} names; mail readers want it to be the same. */
    public String methodOfPart() {
        return part.method();
    }

    /** Return the identity of the event, which its updates share; empty if there is none. */
    public String uid() {
        return event.uid();
    }

    /** Return the {@code SEQUENCE} of the event, its revision (RFC 5545 section 3.8.7.4); 0 if there is none. */
    public int sequence() {
        return event.sequence();
    }

    /** Return the title; empty if there is none. */
    public String summary() {
        return event.summary();
    }

    /** Return where it is; empty if there is nothing. */
    public String location() {
        return event.location();
    }

    /**
     * Return when it starts, in its zone; a time without a zone, and a day, in that of this JVM. A zone that the calendar
     * does not define is found by its name: that of IANA, or of Windows.
     *
     * @throws AssertionError if the zone cannot be found
     */
    public Optional<ZonedDateTime> start() {
        return event.start();
    }

    /**
     * Return when it ends, in its zone: what DTEND says, or the start and its DURATION, or without both the end of the
     * first day, or the start if that is a time (RFC 5545 section 3.6.1).
     *
     * @throws AssertionError if the zone cannot be found
     */
    public Optional<ZonedDateTime> end() {
        return event.end();
    }

    /** Return whether it takes whole days: its start is a date without a time. */
    public boolean isAllDay() {
        return event.isAllDay();
    }

    /** Return the address of the organizer; empty if there is none. */
    public String organizer() {
        return event.organizer();
    }

    /** Return who is invited. */
    public List<Attendee> attendees() {
        return event.attendees();
    }

    /** Return the rule by which it recurs, such as {@code FREQ=WEEKLY;COUNT=3}; empty if it does not. */
    public String recurrence() {
        return event.recurrence();
    }

    /** Return how many alarms there are. */
    public int alarms() {
        return event.alarms();
    }

    /** Return the mistakes over which Outlook or Gmail show no invitation, or a wrong one. */
    public List<String> mistakes() {
        return InvitationMistakes.of(part, event);
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public InvitationAssert assertThat() {
        return new InvitationAssert(this);
    }

    /** Return the method, the title and the start. */
    @Override
    public String toString() {
        return method() + " " + event;
    }
}
