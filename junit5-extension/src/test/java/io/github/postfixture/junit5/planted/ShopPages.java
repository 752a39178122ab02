package io.github.postfixture.junit5.planted;

import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.response.Response;

/** The pages of a shop. */
final class ShopPages {

    private final Bug bug;

    ShopPages(Bug bug) {
        this.bug = bug;
    }

    void serveAt(WebServer web) {
        web.serve(
                "POST",
                "/login",
                request -> Response.html("<h1>Welcome</h1>")
                        .withHeader(
                                "Set-Cookie",
                                "session=4711; Path=/; HttpOnly"
                                        + (bug == Bug.COOKIE_WITHOUT_SECURE ? "" : "; Secure")));
        web.serve(
                "GET",
                "/basket",
                request -> bug == Bug.REDIRECT_LOOP
                        ? Response.redirect("/login?next=/basket")
                        : Response.html("<h1>Your basket</h1>"));
        web.serve("GET", "/login", request -> Response.redirect("/basket"));
        web.serve(
                "GET",
                "/order",
                Response.html("<form method=post action=/order><input name="
                        + (bug == Bug.FORM_FIELD_RENAMED ? "amount" : "quantity")
                        + " value=1><button>Order</button></form>"));
        web.serve("POST", "/order", request -> Response.html("<h1>Thank you</h1>"));
    }
}
