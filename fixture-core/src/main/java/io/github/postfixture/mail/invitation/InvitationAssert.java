package io.github.postfixture.mail.invitation;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.mime.AddressSpec;
import java.time.ZonedDateTime;
import org.assertj.core.api.AbstractIntegerAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on an {@link Invitation}. */
public class InvitationAssert extends AbstractExplainedAssert<InvitationAssert, Invitation> {

    InvitationAssert(Invitation actual) {
        super(actual, InvitationAssert.class);
    }

    /** Verify that it invites: the method is {@code REQUEST}, in the calendar and in the {@code Content-Type}. */
    public InvitationAssert isRequest() {
        return hasMethod("REQUEST");
    }

    /** Verify that it calls off: the method is {@code CANCEL}, in the calendar and in the {@code Content-Type}. */
    public InvitationAssert isCancel() {
        return hasMethod("CANCEL");
    }

    /** Verify that it answers: the method is {@code REPLY}, in the calendar and in the {@code Content-Type}. */
    public InvitationAssert isReply() {
        return hasMethod("REPLY");
    }

    /** Verify that it is a later revision of the same event: the same UID, a higher sequence. */
    public InvitationAssert isUpdateOf(Invitation earlier) {
        verify("to have the UID", earlier.uid(), actual.uid());
        if (actual.sequence() <= earlier.sequence()) {
            throw differing("to have a sequence higher than", earlier.sequence(), actual.sequence());
        }
        return this;
    }

    /** Verify when it starts; the zone counts. */
    public InvitationAssert startsAt(ZonedDateTime expected) {
        return verify(
                "to start at", expected, actual.start().map(Object.class::cast).orElse("(never)"));
    }

    /** Verify when it ends; the zone counts. */
    public InvitationAssert endsAt(ZonedDateTime expected) {
        return verify(
                "to end at", expected, actual.end().map(Object.class::cast).orElse("(never)"));
    }

    /** Verify that it takes whole days. */
    public InvitationAssert isAllDay() {
        return verify("to start with", "a day", actual.isAllDay() ? "a day" : "a time");
    }

    /** Verify who organizes it; addresses have no case. */
    public InvitationAssert hasOrganizer(String address) {
        if (!AddressSpec.isSame(address, actual.organizer())) {
            throw differing("to have the organizer", address, actual.organizer());
        }
        return this;
    }

    /** Verify that somebody is invited and has answered so, such as {@code ACCEPTED} or {@code NEEDS-ACTION}. */
    public InvitationAssert hasAttendee(String address, String status) {
        Attendee expected = new Attendee(address, status);
        if (actual.attendees().stream().noneMatch(expected::isSameAs)) {
            throw lacking("to have the attendee", expected, "but the attendees are", actual.attendees());
        }
        return this;
    }

    /** Verify that it recurs by this rule, such as {@code FREQ=WEEKLY;COUNT=3}. */
    public InvitationAssert recurs(String rule) {
        return verify("to recur by", rule, actual.recurrence());
    }

    /** Verify that it has an alarm. */
    public InvitationAssert hasAlarm() {
        if (actual.alarms() == 0) {
            throw failure("%nExpecting:%n  %s%nto have an alarm", actual);
        }
        return this;
    }

    /** Verify that it has none of the mistakes over which Outlook or Gmail fail; list all that it has. */
    public InvitationAssert hasNoMistakes() {
        return verifyNone("to have no mistakes", actual.mistakes());
    }

    /** Go on to the identity of the event, which its updates share. */
    public AbstractStringAssert<?> uid() {
        return Assertions.assertThat(actual.uid()).as("UID of %s", actual);
    }

    /** Go on to the revision of the event. */
    public AbstractIntegerAssert<?> sequence() {
        return Assertions.assertThat(actual.sequence()).as("sequence of %s", actual);
    }

    /** Go on to where it is. */
    public AbstractStringAssert<?> location() {
        return Assertions.assertThat(actual.location())
                .as("location of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    /** Go on to the title. */
    public AbstractStringAssert<?> summary() {
        return Assertions.assertThat(actual.summary())
                .as("summary of %s", actual)
                .withRepresentation(PrintableRepresentation.INSTANCE);
    }

    private InvitationAssert hasMethod(String method) {
        if (!actual.method().equalsIgnoreCase(method)) {
            throw differing("to have the method", method, actual.method());
        }
        if (!actual.methodOfPart().equalsIgnoreCase(method)) {
            throw differing("to have in Content-Type the method", method, actual.methodOfPart());
        }
        return this;
    }
}
