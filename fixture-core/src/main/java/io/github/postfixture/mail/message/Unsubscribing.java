package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.page.Html;
import io.github.postfixture.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a mail lets its reader unsubscribe (RFC 2369, RFC 8058). */
final class Unsubscribing {

    private static final Pattern SIGNED = Pattern.compile("(?is)(?:^|;)\\s*h\\s*=([^;]*)");
    private static final List<String> FIELDS = List.of("List-Unsubscribe", "List-Unsubscribe-Post");
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private Unsubscribing() {}

    /** Return what keeps mail readers from offering one click (RFC 8058 section 3.1). */
    static List<String> defects(ReceivedMail mail) {
        List<String> defects = new ArrayList<>(defectsOfFields(mail));
        FIELDS.stream()
                .filter(field -> !isSigned(mail, field))
                .forEach(field -> defects.add("no DKIM-Signature covers " + field));
        return defects;
    }

    /** Return the same without what a signature lacks. */
    static List<String> defectsOfFields(ReceivedMail mail) {
        List<String> defects = new ArrayList<>();
        List<String> web = targets(mail).stream().filter(Unsubscribing::isWeb).toList();
        if (mail.headers(FIELDS.get(0)).isEmpty()) {
            defects.add("there is no List-Unsubscribe");
        } else if (web.stream().noneMatch(Unsubscribing::isSecure)) {
            defects.add("List-Unsubscribe has no https address, only " + targets(mail));
        } else if (web.size() > 1) {
            defects.add("List-Unsubscribe has more than one web address: " + web);
        }
        List<String> post = mail.headers(FIELDS.get(1));
        if (post.stream().noneMatch(value -> value.strip().equalsIgnoreCase(ONE_CLICK))) {
            defects.add("List-Unsubscribe-Post is not \"" + ONE_CLICK + "\" but " + post);
        }
        return defects;
    }

    /** Post to the first https address, or else the first of http, as a mail reader does. */
    static Page click(ReceivedMail mail) {
        String target = targets(mail).stream()
                .filter(Unsubscribing::isWeb)
                .min(Comparator.comparing(one -> !isSecure(one)))
                .orElseThrow(() -> FailureMessage.lacking(
                                "a web address in List-Unsubscribe", "address", mail.headers(FIELDS.get(0)))
                        .on(mail)
                        .error());
        String form = "<form method=\"post\" action=\"%s\"><input type=\"hidden\" name=\"List-Unsubscribe\""
                + " value=\"One-Click\"></form>";
        return Html.of(form.formatted(target.replace("&", "&amp;").replace("\"", "&quot;")), mail.session())
                .form()
                .submit();
    }

    private static List<String> targets(ReceivedMail mail) {
        return mail.headers(FIELDS.get(0)).stream()
                .flatMap(value -> ListHeader.targets(value).stream())
                .toList();
    }

    private static boolean isWeb(String target) {
        return isSecure(target) || target.regionMatches(true, 0, "http:", 0, 5);
    }

    private static boolean isSecure(String target) {
        return target.regionMatches(true, 0, "https:", 0, 6);
    }

    private static boolean isSigned(ReceivedMail mail, String field) {
        return mail.headers("DKIM-Signature").stream()
                .map(SIGNED::matcher)
                .flatMap(matcher -> Optional.of(matcher).filter(Matcher::find).stream())
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
                .anyMatch(names -> List.of(names.split(":", -1)).contains(field.toLowerCase(Locale.ROOT)));
    }
}
