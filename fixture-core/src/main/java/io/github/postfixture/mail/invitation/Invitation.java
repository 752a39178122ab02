package io.github.postfixture.mail.invitation;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.assertj.core.api.AssertProvider;

/** A meeting that a mail invites to, answers or calls off: the first event of its calendar. Immutable. */
public final class Invitation implements AssertProvider<InvitationAssert> {

    private final CalendarPart part;
    private final Meeting meeting;

    private Invitation(CalendarPart part, Meeting meeting) {
        this.part = part;
        this.meeting = meeting;
    }

    /**
     * Read a calendar.
     *
     * @throws AssertionError if it holds no event
     * @throws IllegalStateException if biweekly is not on the class path
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public static Invitation of(CalendarPart part) {
        try {
            return new Invitation(part, CalendarReader.read(part.text()));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "invitation() needs biweekly; add net.sf.biweekly:biweekly to the test dependencies", e);
        }
    }

    /** Return the method of the calendar, such as {@code REQUEST}; empty if there is none. */
    public String method() {
        return meeting.method();
    }

    /** Return the method that the {@code Content-Type} names; mail readers want it to be the same. */
    public String methodOfPart() {
        return part.method();
    }

    /** Return the identity of the event, which its updates share; empty if there is none. */
    public String uid() {
        return meeting.uid();
    }

    /** Return the {@code SEQUENCE} of the event, its revision (RFC 5545 section 3.8.7.4); 0 if there is none. */
    public int sequence() {
        return meeting.sequence();
    }

    /** Return the title; empty if there is none. */
    public String summary() {
        return meeting.summary();
    }

    /** Return where it is; empty if there is nothing. */
    public String location() {
        return meeting.location();
    }

    /**
     * Return when it starts, in its zone; a time without a zone, and a day, in that of this JVM. A zone that the calendar
     * does not define is found by its name: that of IANA, or of Windows.
     *
     * @throws AssertionError if the zone cannot be found
     */
    public Optional<ZonedDateTime> start() {
        return meeting.start().of(this);
    }

    /**
     * Return when it ends, in its zone: what DTEND says, or the start and its DURATION, or without both the end of the
     * first day, or the start if that is a time (RFC 5545 section 3.6.1).
     *
     * @throws AssertionError if the zone cannot be found
     */
    public Optional<ZonedDateTime> end() {
        return meeting.end().of(this);
    }

    /** Return whether it takes whole days: its start is a date without a time. */
    public boolean isAllDay() {
        return meeting.allDay();
    }

    /** Return the address of the organizer; empty if there is none. */
    public String organizer() {
        return meeting.organizer();
    }

    /** Return who is invited. */
    public List<Attendee> attendees() {
        return meeting.attendees();
    }

    /** Return the rule by which it recurs, such as {@code FREQ=WEEKLY;COUNT=3}; empty if it does not. */
    public String recurrence() {
        return InvitationMistakes.property(part, "RRULE");
    }

    /** Return how many alarms there are. */
    public int alarms() {
        return meeting.alarms();
    }

    /** Return the mistakes over which Outlook or Gmail show no invitation, or a wrong one. */
    public List<String> mistakes() {
        return InvitationMistakes.of(part, meeting);
    }

    /** Return the assertions; AssertJ's own {@code assertThat} calls this. */
    @Override
    public InvitationAssert assertThat() {
        return new InvitationAssert(this);
    }

    /** Return the method, the title and the start. */
    @Override
    public String toString() {
        return method() + " \"" + summary() + "\""
                + meeting.start().at().map(at -> " at " + at).orElse("");
    }
}
