package io.github.postfixture.mail.invitation;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What a calendar says of its first event. */
record Meeting(
        String method,
        String uid,
        int sequence,
        String summary,
        String location,
        Optional<ZonedDateTime> start,
        Optional<ZonedDateTime> end,
        boolean allDay,
        String organizer,
        List<Attendee> attendees,
        int alarms) {}
