package io.github.postfixture.junit5.planted;

import java.util.Locale;

/** A bug that can be planted in an application, and the test that fails by it. */
enum Bug {
    NONE(Object.class, ""),

    PORT_PROPERTY_MISSPELT(SignUpCase.class, "sendsAConfirmation"),
    WRONG_PORT_AND_A_WARNING(SignUpCase.class, "sendsAConfirmation"),
    EXCEPTION_IN_A_BACKGROUND_THREAD(SignUpCase.class, "sendsAConfirmation"),
    EXCEPTION_IN_A_FUTURE(SignUpCase.class, "sendsAConfirmation"),
    TLS_AT_THE_PLAIN_PORT(SignUpCase.class, "sendsAConfirmation"),
    PLAIN_TEXT_AT_THE_TLS_PORT(SignUpCase.class, "sendsAConfirmation"),
    CERTIFICATE_NOT_TRUSTED(SignUpCase.class, "sendsAConfirmation"),
    CERTIFICATE_NOT_TRUSTED_AND_THROWN(InvoicesCase.class, "logsInSafely"),
    MAIL_TO_THE_PORT_OF_IMAP(SignUpCase.class, "sendsAConfirmation"),
    RECIPIENT_ONE_LETTER_OFF(SignUpCase.class, "sendsAConfirmation"),
    NO_RETRY_AFTER_A_TEMPORARY_REFUSAL(SignUpCase.class, "triesAgainWhenGreylisted"),
    BACK_OFF_LONGER_THAN_THE_WAIT(SignUpCase.class, "triesAgainWhenGreylisted"),
    SENT_TWICE(SignUpCase.class, "sendsOneMailOnly"),
    PLUS_NOT_ENCODED(SignUpCase.class, "confirmsTheAddress"),
    LINK_TO_PRODUCTION(SignUpCase.class, "confirmsTheAddress"),
    HTML_NOT_ESCAPED(SignUpCase.class, "greetsInHtml"),
    PLACEHOLDER_LEFT(SignUpCase.class, "greetsInHtml"),
    SUBJECT_ENCODED_TWICE(SignUpCase.class, "greetsInTheSubject"),
    WRONG_REPLY_TO(SignUpCase.class, "asksForAnswersToSupport"),
    NO_TEXT_ALTERNATIVE(SignUpCase.class, "hasATextForThoseWhoReadNoHtml"),

    ATTACHMENT_TRUNCATED(InvoicesCase.class, "attachesTheInvoice"),
    ATTACHMENT_OF_THE_WRONG_TYPE(InvoicesCase.class, "attachesTheInvoice"),
    ATTACHMENT_NAMED_WITH_ITS_PATH(InvoicesCase.class, "attachesTheInvoice"),
    AUDITOR_IN_CC(InvoicesCase.class, "informsTheAuditorBlindly"),
    RECIPIENTS_ADD_UP(InvoicesCase.class, "sendsEachInvoiceToItsCustomerOnly"),
    LATIN_1_DECLARED_AS_UTF_8(InvoicesCase.class, "greets"),
    DATE_IN_THE_WRONG_ZONE(InvoicesCase.class, "saysWhenToPay"),
    DATE_IN_THE_WRONG_LOCALE(InvoicesCase.class, "saysWhenToPay"),
    LOGIN_WITHOUT_STARTTLS(InvoicesCase.class, "logsInSafely"),
    WRONG_PASSWORD(InvoicesCase.class, "sendsAnInvoice"),

    READING_MARKS_AS_READ(HelpdeskCase.class, "previewsWithoutReading"),
    WRONG_MESSAGE_DELETED(HelpdeskCase.class, "filesWhatItHasAnswered"),
    DELETED_BUT_NOT_EXPUNGED(HelpdeskCase.class, "filesWhatItHasAnswered"),
    SEARCH_FOR_UNREAD_ONLY(HelpdeskCase.class, "answersWhatAColleagueHasReadBefore"),
    IN_REPLY_TO_MISSING(HelpdeskCase.class, "answersInTheThread"),

    WEBHOOK_TO_THE_PORT_OF_SMTP(WebhooksCase.class, "tellsThePartnerBesidesAMail"),
    WRONG_PATH(WebhooksCase.class, "tellsThePartner"),
    WRONG_JSON_FIELD(WebhooksCase.class, "tellsTheAmount"),
    NO_RETRY_AFTER_503(WebhooksCase.class, "triesAgainWhenUnavailable"),
    POST_INSTEAD_OF_PUT(WebhooksCase.class, "tellsThePartner"),
    SIGNATURE_OVER_OTHER_BYTES(WebhooksCase.class, "signsWhatItSends"),
    TIMEOUT_TOO_SHORT(WebhooksCase.class, "waitsForASlowPartner"),
    PAGINATION_STOPS(WebhooksCase.class, "readsAllPages"),
    COOKIE_WITHOUT_SECURE(ShopPagesCase.class, "logsInWithASafeCookie"),
    REDIRECT_LOOP(ShopPagesCase.class, "showsTheBasket"),
    FORM_FIELD_RENAMED(ShopPagesCase.class, "ordersByForm"),

    LAST_SUBSCRIBER_LEFT_OUT(NewsletterCase.class, "reachesAllSubscribers"),
    UNSUBSCRIBE_LINK_WITHOUT_BRACKETS(NewsletterCase.class, "letsSubscribersLeaveByOneClick"),
    ONE_CLICK_POST_MISSING(NewsletterCase.class, "letsSubscribersLeaveByOneClick");

    private final Class<?> testCase;
    private final String method;

    Bug(Class<?> testCase, String method) {
        this.testCase = testCase;
        this.method = method;
    }

    Class<?> testCase() {
        return testCase;
    }

    String method() {
        return method;
    }

    /** Return the name of its golden file, without the extension. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
