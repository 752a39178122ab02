package io.github.postfixture.examples.signup;

import io.github.postfixture.Postfixture;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.response.Response;

/** Somebody signs up, and everything that the fixture saw of it is printed. */
final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        try (Postfixture host = Postfixture.start()) {
            host.web().serve("POST", "/customers", Response.noContent());
            try (SignUpApplication application =
                    new SignUpApplication(host.mail().smtp().uri(), host.web().uri("/customers"))) {
                walkThrough(host, application);
            }
            System.out.println();
            System.out.println("What happened at the mail server and the web server:");
            System.out.println(host.timeline());
        }
    }

    private static void walkThrough(Postfixture host, SignUpApplication application) {
        System.out.println("Alice opens " + application.uri("/") + " and signs up.");
        Page.open(application.uri("/"))
                .form()
                .fill("address", "alice@example.org")
                .submit();
        System.out.println(
                "Her mail: " + host.mail().mailbox("alice@example.org").awaitMail());
        Page confirmed = host.mail().awaitMail().link("Confirm your address").follow();
        System.out.println("She clicks the link and sees: " + confirmed);
        System.out.println("The customer database hears of it: " + host.web().awaitRequest());
    }
}
