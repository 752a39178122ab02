package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.page.Html;
import io.github.postfixture.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a mail lets its reader unsubscribe (RFC 2369, RFC 8058). */
final class Unsubscribing {

    private static final Pattern TARGET = Pattern.compile("<\\s*([^<>\\s]+)\\s*>");
    private static final Pattern SIGNED = Pattern.compile("(?is)(?:^|;)\\s*h\\s*=([^;]*)");
    private static final List<String> FIELDS = List.of("List-Unsubscribe", "List-Unsubscribe-Post");
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private Unsubscribing() {}

    /** Return what keeps mail readers from offering one click. */
    static List<String> defects(ReceivedMail mail) {
        List<String> defects = new ArrayList<>();
        List<String> targets = targets(mail);
        if (mail.headers(FIELDS.get(0)).isEmpty()) {
            defects.add("there is no List-Unsubscribe");
        } else if (targets.stream().noneMatch(target -> isWeb(target, "https:"))) {
            defects.add("List-Unsubscribe has no https address, only " + targets);
        }
        if (!mail.headers(FIELDS.get(1)).contains(ONE_CLICK)) {
            defects.add("List-Unsubscribe-Post is not \"" + ONE_CLICK + "\" but " + mail.headers(FIELDS.get(1)));
        }
        FIELDS.stream()
                .filter(field -> !isSigned(mail, field))
                .forEach(field -> defects.add("no DKIM-Signature covers " + field));
        return defects;
    }

    /** Post to the first web address as a mail reader does. */
    static Page click(ReceivedMail mail) {
        String target = targets(mail).stream()
                .filter(one -> isWeb(one, "http"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "%nExpecting:%n  %s%nto have a web address in List-Unsubscribe%nbut it has:%n%s"
                                .formatted(mail, Listing.of(mail.headers(FIELDS.get(0))))));
        String form = "<form method=\"post\" action=\"%s\"><input type=\"hidden\" name=\"List-Unsubscribe\""
                + " value=\"One-Click\"></form>";
        return Html.of(form.formatted(target.replace("&", "&amp;").replace("\"", "&quot;")))
                .form()
                .submit();
    }

    private static List<String> targets(ReceivedMail mail) {
        return mail.headers(FIELDS.get(0)).stream()
                .flatMap(value -> TARGET.matcher(value).results())
                .map(match -> match.group(1))
                .toList();
    }

    private static boolean isWeb(String target, String scheme) {
        return target.toLowerCase(Locale.ROOT).startsWith(scheme);
    }

    private static boolean isSigned(ReceivedMail mail, String field) {
        return mail.headers("DKIM-Signature").stream()
                .map(SIGNED::matcher)
                .flatMap(matcher -> Optional.of(matcher).filter(Matcher::find).stream())
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
                .anyMatch(names -> List.of(names.split(":", -1)).contains(field.toLowerCase(Locale.ROOT)));
    }
}
