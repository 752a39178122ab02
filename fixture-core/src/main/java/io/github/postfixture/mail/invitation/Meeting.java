package io.github.postfixture.mail.invitation;

import java.util.List;

/** What a calendar says of its first event. */
record Meeting(
        String method,
        String uid,
        int sequence,
        String summary,
        String location,
        EventTime start,
        EventTime end,
        boolean allDay,
        String organizer,
        List<Attendee> attendees,
        int alarms) {}
