package io.github.postfixture.ical;

import io.github.postfixture.explanation.AbstractExplainedAssert;
import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.PrintableRepresentation;
import io.github.postfixture.mime.AddressSpec;
import java.time.ZonedDateTime;
import java.util.Optional;
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
        verify("the UID", earlier.uid(), actual.uid());
        if (actual.sequence() <= earlier.sequence()) {
            throw failing("a sequence above " + earlier.sequence(), "it is " + actual.sequence());
        }
        return this;
    }

    /** Verify when it starts; the zone counts. */
    public InvitationAssert startsAt(ZonedDateTime expected) {
        return isAt("the start", expected, actual.start());
    }

    /** Verify when it ends; the zone counts. */
    public InvitationAssert endsAt(ZonedDateTime expected) {
        return isAt("the end", expected, actual.end());
    }

    private InvitationAssert isAt(String what, ZonedDateTime expected, Optional<ZonedDateTime> found) {
        if (!found.equals(Optional.of(expected))) {
            Object shown = found.isPresent() ? found.get() : found;
            String note = found.filter(time -> time.toInstant().equals(expected.toInstant()))
                    .map(time -> "It is the same instant in another zone: " + time.getZone() + " instead of "
                            + expected.getZone() + ".")
                    .orElse("");
            throw failing(FailureMessage.differing(what, expected, shown).with(note), expected, shown);
        }
        return this;
    }

    /** Verify that it takes whole days. */
    public InvitationAssert isAllDay() {
        if (!actual.isAllDay()) {
            throw failing(
                    "an event of whole days",
                    "it starts at " + actual.start().map(Object::toString).orElse("no time"));
        }
        return this;
    }

    /** Verify who organizes it; addresses have no case. */
    public InvitationAssert hasOrganizer(String address) {
        if (!AddressSpec.isSame(address, actual.organizer())) {
            throw differing("the organizer", address, actual.organizer());
        }
        return this;
    }

    /** Verify that somebody is invited and has answered so, such as {@code ACCEPTED} or {@code NEEDS-ACTION}. */
    public InvitationAssert hasAttendee(String address, String status) {
        if (actual.attendees().stream()
                .noneMatch(
                        attendee -> attendee.isAt(address) && attendee.status().equalsIgnoreCase(status))) {
            throw lacking("the attendee " + address + " (" + status + ")", "attendee", actual.attendees());
        }
        return this;
    }

    /** Verify that it recurs by this rule, such as {@code FREQ=WEEKLY;COUNT=3}. */
    public InvitationAssert recurs(String rule) {
        return verify("the recurrence", rule, actual.recurrence());
    }

    /** Verify that it has an alarm. */
    public InvitationAssert hasAlarm() {
        if (actual.alarms() == 0) {
            throw failing("an alarm", "there is none");
        }
        return this;
    }

    /** Verify that it has none of the mistakes over which Outlook or Gmail fail; list all that it has. */
    public InvitationAssert hasNoMistakes() {
        return verifyNothingWrong("an invitation without mistakes", actual.mistakes());
    }

    /** Go on to the event, as a calendar has it. */
    public EventAssert event() {
        return part(actual.event().assertThat());
    }

    /** Go on to the identity of the event, which its updates share. */
    public AbstractStringAssert<?> uid() {
        return Assertions.assertThat(actual.uid()).as("UID of %s", actual);
    }

    /** Go on to the {@code SEQUENCE} of the event, its revision (RFC 5545 section 3.8.7.4). */
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

    private String contentType() {
        return actual.method().equalsIgnoreCase(actual.methodOfPart())
                ? ""
                : ", while Content-Type says method=" + said(actual.methodOfPart());
    }

    private static String said(String method) {
        return method.isEmpty() ? "missing" : method;
    }

    private InvitationAssert hasMethod(String method) {
        if (!actual.method().equalsIgnoreCase(method)) {
            throw failing("METHOD in the calendar to be " + method, "it is " + said(actual.method()) + contentType());
        }
        if (!actual.methodOfPart().equalsIgnoreCase(method)) {
            throw failing(
                    "method in Content-Type to be " + method,
                    "it is " + said(actual.methodOfPart()) + ", while METHOD in the calendar is " + actual.method());
        }
        return this;
    }
}
