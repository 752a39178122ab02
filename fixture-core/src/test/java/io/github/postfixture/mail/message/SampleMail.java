package io.github.postfixture.mail.message;

import io.github.postfixture.mail.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mail that several tests look at. */
public final class SampleMail {

    /** An event in three weeks, whose sequence is to be filled in. */
    public static final String EVENT = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Shop//EN
        METHOD:REQUEST
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:STANDARD
        DTSTART:19701025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:meeting@example.org
        SEQUENCE:%d
        DTSTAMP:20261101T080000Z
        DTSTART;TZID=Europe/Berlin:20261103T100000
        DTEND;TZID=Europe/Berlin:20261103T110000
        RRULE:FREQ=WEEKLY;COUNT=3
        SUMMARY:Planning
        ORGANIZER:mailto:shop@example.org
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:alice@example.org
        ATTENDEE;RSVP=TRUE:mailto:bob@exam
         ple.org
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT15M
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        """;

    /** Text, HTML and a file, with everything encoded that can be. */
    public static final String INVOICE = """
            From: =?UTF-8?Q?Sh=C3=B6p?= <shop@example.org>
            To: Alice <alice@example.org>, bob@example.org
            Cc: carol@example.org
            Reply-To: help@example.org
            Subject: =?UTF-8?B?R3LDvMOfZQ==?=
             from the shop
            X-Order: 42
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe, long =
            line
            --inner
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <title>Gr=C3=BC=C3=9Fe</title><p>Hello <b>Alice</b></p><a href=3D"http://127=
            .0.0.1:1/confirm?a=3D1&amp;b=3D2">Confirm
            your address</a> <a href=3D"mailto:help@example.org">Help</a>
            --inner--
            --outer
            Content-Type: application/pdf; name="invoice.pdf"
            Content-Disposition: attachment; filename*=UTF-8''R%C3%A9chnung.pdf
            Content-Transfer-Encoding: base64

            AQID
            --outer--
            """;

    private SampleMail() {}

    /** Return a mail with text, HTML, and a picture that the HTML may name. */
    public static ReceivedMail mail(String text, String html) {
        return Sender.receive("""
            Subject: Welcome
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            %s
            --b
            Content-Type: text/html; charset=utf-8

            %s
            --b
            Content-ID: <logo>
            Content-Type: image/png

            --b--
            """.formatted(text, html));
    }

    /** Return a mail with HTML. */
    public static ReceivedMail html(String html) {
        return mail("text", html);
    }

    /** Return a mail with a file of a type. */
    public static ReceivedMail with(String type, byte[] content) {
        return Sender.receive("""
            Subject: Files
            Content-Type: multipart/mixed; boundary=b

            --b

            See the files
            --b
            Content-Type: %s
            Content-Disposition: attachment; filename=file
            Content-ID: <file@example.org>
            Content-Transfer-Encoding: base64

            %s
            --b
            Content-Type: image/png
            Content-Disposition: inline

            --b--
            """.formatted(
                        type, Base64.getMimeEncoder().encodeToString(content).replace("\r", "")));
    }

    /** Return a mail with a file of a type, whose bytes are the characters of a text. */
    public static ReceivedMail with(String type, String content) {
        return with(type, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Return a mail that invites by a calendar. */
    public static ReceivedMail invitation(String multipart, String parameters, String calendar) {
        return Sender.receive("""
            Subject: Planning
            Content-Type: multipart/%s; boundary=b

            --b

            Please come
            --b
            Content-Type: text/calendar%s

            %s
            --b--
            """.formatted(multipart, parameters, calendar));
    }
}
