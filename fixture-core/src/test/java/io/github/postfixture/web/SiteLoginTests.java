package io.github.postfixture.web;

import static io.github.postfixture.web.ServedSite.PAGES;
import static io.github.postfixture.web.ServedSite.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.account.Account;
import io.github.postfixture.web.site.ServerFlavor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteLoginTests {

    private final ServedSite site = new ServedSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void letsIn() {
        site.serve(PAGES.withBasicAuth("/staff", "Staff only", Map.of("alice", "se:cret")));

        assertThat(site.get("/staff/list.html", "Authorization", basic("alice:se:cret"))
                        .body())
                .isEqualTo("list");
        assertThat(site.get("/about.html").statusCode()).isEqualTo(200);
    }

    @Test
    void letsInAccountsByTheirAddressAndTheirLoginName() {
        Account alice = Account.of("alice@example.org", "secret").withLogin("alice");
        site.serve(PAGES.withBasicAuth("/staff", "Staff only", alice));

        for (String name : new String[] {"alice", "alice@example.org"}) {
            assertThat(site.get("/staff/list.html", "Authorization", basic(name + ":secret"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(site.get("/staff/", "Authorization", basic("alice:wrong")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void challengesEverybodyElseHoweverThePathIsSpelt() {
        site.serve(PAGES.withBasicAuth("/staff", "Staff only", Map.of("alice", "secret")));

        for (String path :
                new String[] {"/staff/list.html", "//staff/list.html", "/%73taff/list.html", "/x/../staff/"}) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(site.get("/staff/", "Authorization", basic("alice:wrong")).statusCode())
                .isEqualTo(401);
        assertThat(site.get("/staff/", "Authorization", "Basic %%%").statusCode())
                .isEqualTo(401);
        assertThat(site.get("/staff/", "Authorization", "Bearer x").statusCode())
                .isEqualTo(401);
        assertThat(header(site.get("/staff/"), "WWW-Authenticate")).isEqualTo("Basic realm=\"Staff only\"");
        assertThat(site.get("/staffing").statusCode()).isEqualTo(404);
    }

    @Test
    void standsInTheWayOfRewritesAndFallbacksToo() {
        site.serve(PAGES.withBasicAuth("/staff", "Staff", Map.of())
                .withRewrite("/open", "/staff/list.html")
                .withFallback("/staff/list.html"));

        assertThat(site.get("/open").statusCode()).isEqualTo(401);
        assertThat(site.get("/nowhere").statusCode()).isEqualTo(401);
    }

    @Test
    void challengesInAnyCaseWhereNamesHaveAnyCase() {
        site.serve(PAGES.withBasicAuth("/staff", "Staff", Map.of()).behavingLike(ServerFlavor.IIS));

        assertThat(site.get("/STAFF/list.html").statusCode()).isEqualTo(401);
        assertThat(site.get("/x\\..\\staff/list.html".replace("\\", "%5c")).statusCode())
                .isIn(400, 401);
    }

    private String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
