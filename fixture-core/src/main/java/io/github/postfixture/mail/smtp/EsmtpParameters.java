package io.github.postfixture.mail.smtp;

import io.github.postfixture.mail.protocol.SmtpLimit;
import io.github.postfixture.mail.protocol.SmtpOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The ESMTP parameters of {@code MAIL} and {@code RCPT} (RFC 5321 section 4.1.2), each from a service extension. */
final class EsmtpParameters {

    /** Twice what any extension asks for: RFC 3461 section 4.2 asks for 500. */
    private static final int LONGEST = 1_000;

    private static final String XTEXT = "(?:[!-*,-<>-~]|\\+[0-9A-F]{2})+";

    private static final Check SEVEN_OR_EIGHT_BITS = oneOf("BODY must be 7BIT or 8BITMIME", "7BIT|8BITMIME");
    private static final Check NOTIFY = oneOf(
            "NOTIFY must be NEVER, or a list of SUCCESS, FAILURE and DELAY",
            "NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY))*");

    private static final Map<String, Rule> OF_MAIL = Map.of(
            "SIZE", new Rule("SIZE", EsmtpParameters::checkSize),
            "BODY", new Rule("8BITMIME", EsmtpParameters::checkBody),
            "SMTPUTF8", new Rule("SMTPUTF8", oneOf("SMTPUTF8 takes no value", "")),
            "REQUIRETLS", new Rule("REQUIRETLS", oneOf("REQUIRETLS takes no value", "")),
            "AUTH", new Rule("AUTH", oneOf("AUTH must be an address in xtext, or <>", "<>|" + XTEXT)),
            "RET", new Rule("DSN", oneOf("RET must be FULL or HDRS", "FULL|HDRS")),
            "ENVID", new Rule("DSN", oneOf("ENVID must be xtext", XTEXT)));

    private static final Map<String, Rule> OF_RCPT = Map.of(
            "NOTIFY", new Rule("DSN", NOTIFY),
            "ORCPT", new Rule("DSN", oneOf("ORCPT must be type;xtext", "utf-8;\\S+|[A-Z0-9-]+;" + XTEXT)));

    private EsmtpParameters() {}

    static void checkMail(SmtpSession session, List<String> parameters) throws SmtpRefusedException {
        check(OF_MAIL, session, parameters);
    }

    static void checkRcpt(SmtpSession session, List<String> parameters) throws SmtpRefusedException {
        check(OF_RCPT, session, parameters);
    }

    static SmtpRefusedException tooLarge(SmtpOptions options) {
        long most = options.most(SmtpLimit.MESSAGE_BYTES);
        return new SmtpRefusedException(552, "5.3.4", "A message may have " + most + " bytes at most");
    }

    private static void check(Map<String, Rule> known, SmtpSession session, List<String> parameters)
            throws SmtpRefusedException {
        for (String parameter : parameters) {
            String name = parameter.split("=", 2)[0];
            String value = parameter.substring(Math.min(parameter.length(), name.length() + 1));
            Rule rule = known.get(name.toUpperCase(Locale.ROOT));
            if (rule == null || !session.offers(rule.extension)) {
                throw new SmtpRefusedException(555, "5.5.4", "Unknown parameter " + parameter);
            }
            if (value.length() > LONGEST) {
                throw malformed(name + " is too long");
            }
            rule.check.check(session, value);
        }
    }

    private static void checkSize(SmtpSession session, String value) throws SmtpRefusedException {
        if (!value.matches("\\d+")) {
            throw malformed("SIZE must be a number of bytes");
        }
        if (ByteCount.of(value) > session.options().most(SmtpLimit.MESSAGE_BYTES)) {
            throw tooLarge(session.options());
        }
    }

    private static void checkBody(SmtpSession session, String value) throws SmtpRefusedException {
        if (!value.equalsIgnoreCase("BINARYMIME") || !session.offers("BINARYMIME")) {
            SEVEN_OR_EIGHT_BITS.check(session, value);
        }
    }

    private static Check oneOf(String complaint, String form) {
        Pattern pattern = Pattern.compile(form, Pattern.CASE_INSENSITIVE);
        return (session, value) -> {
            if (!pattern.matcher(value).matches()) {
                throw malformed(complaint);
            }
        };
    }

    private static SmtpRefusedException malformed(String complaint) {
        return new SmtpRefusedException(501, "5.5.4", complaint);
    }

    private record Rule(String extension, Check check) {}

    @FunctionalInterface
    private interface Check {

        void check(SmtpSession session, String value) throws SmtpRefusedException;
    }
}
