package com.example.app;

import io.github.postfixture.Postfixture;
import io.github.postfixture.page.Page;
import io.github.postfixture.web.response.Response;

/** Plays both servers. */
final class Rehearsal {

    private Rehearsal() {}

    static String title() {
        try (Postfixture host = Postfixture.start()) {
            host.web().serve("/", Response.html("<title>Hello</title>"));
            host.mail().smtp();
            host.mail().imap();
            return Page.open(host.web().uri("/")).title();
        }
    }
}
