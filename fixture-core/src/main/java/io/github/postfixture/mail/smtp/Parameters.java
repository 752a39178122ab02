package io.github.postfixture.mail.smtp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The ESMTP parameters of {@code MAIL} and {@code RCPT} (RFC 5321 section 4.1.2), each from a service extension. */
final class Parameters {

    private static final Pattern XTEXT = Pattern.compile("(?:[!-*,-<>-~]|\\+[0-9A-F]{2})+");

    private static final Map<String, Rule> OF_MAIL = Map.of(
            "SIZE", new Rule("SIZE", Parameters::checkSize),
            "BODY", new Rule("8BITMIME", oneOf("BODY must be 7BIT or 8BITMIME", "7BIT|8BITMIME")),
            "SMTPUTF8", new Rule("SMTPUTF8", oneOf("SMTPUTF8 takes no value", "")),
            "AUTH", new Rule("AUTH", oneOf("AUTH must be an address in xtext, or <>", "<>|" + XTEXT)),
            "RET", new Rule("DSN", oneOf("RET must be FULL or HDRS", "FULL|HDRS")),
            "ENVID", new Rule("DSN", oneOf("ENVID must be xtext", XTEXT.pattern())));

    private static final Map<String, Rule> OF_RCPT = Map.of(
            "NOTIFY",
                    new Rule(
                            "DSN",
                            oneOf(
                                    "NOTIFY must be NEVER, or a list of SUCCESS, FAILURE and DELAY",
                                    "NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY))*")),
            "ORCPT", new Rule("DSN", oneOf("ORCPT must be type;xtext", "[A-Za-z0-9-]+;" + XTEXT)));

    private Parameters() {}

    static void checkMail(SmtpRules rules, List<String> parameters) throws RefusedException {
        check(OF_MAIL, rules, parameters);
    }

    static void checkRcpt(SmtpRules rules, List<String> parameters) throws RefusedException {
        check(OF_RCPT, rules, parameters);
    }

    static RefusedException tooLarge(SmtpRules rules) {
        return new RefusedException(552, "5.3.4", "A message may have " + rules.largestMessage() + " bytes at most");
    }

    private static void check(Map<String, Rule> known, SmtpRules rules, List<String> parameters)
            throws RefusedException {
        for (String parameter : parameters) {
            String name = parameter.split("=", 2)[0];
            String value = parameter.substring(Math.min(parameter.length(), name.length() + 1));
            Rule rule = known.get(name.toUpperCase(Locale.ROOT));
            if (rule == null || !rules.offers(rule.extension)) {
                throw new RefusedException(555, "5.5.4", "Unknown parameter " + parameter);
            }
            rule.check.check(rules, value);
        }
    }

    private static void checkSize(SmtpRules rules, String value) throws RefusedException {
        if (!value.matches("\\d{1,20}")) {
            throw new RefusedException(501, "5.5.4", "SIZE must be a number of bytes");
        }
        if (value.length() > 18 || Long.parseLong(value) > rules.largestMessage()) {
            throw tooLarge(rules);
        }
    }

    private static Check oneOf(String complaint, String form) {
        Pattern pattern = Pattern.compile(form, Pattern.CASE_INSENSITIVE);
        return (rules, value) -> {
            if (!pattern.matcher(value).matches()) {
                throw new RefusedException(501, "5.5.4", complaint);
            }
        };
    }

    private record Rule(String extension, Check check) {}

    @FunctionalInterface
    private interface Check {

        void check(SmtpRules rules, String value) throws RefusedException;
    }
}
