package io.github.postfixture.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTests {

    @Test
    void saysTheFirstDifferenceInTheOrderOfTheDocument() {
        assertDifference("<a><b>1</b><c/></a>", "<a><b>2</b></a>", "/a/b[1] is \"1\", expected \"2\"");
        assertDifference("<a><b/><c/></a>", "<a><b/></a>", "/a has 2 elements, expected 1");
        assertDifference("<a>x<b><c/></b></a>", "<a>y<b><d/></b></a>", "/a/b[1]/c[1] is c, expected d");
        assertDifference("<a x='1'/>", "<a x='2'/>", "/a has attributes {x=1}, expected {x=2}");
        assertDifference("<a>x<b/></a>", "<a>y<b/></a>", "/a is \"x\", expected \"y\"");
        assertThat(Xml.parse("<a><b/></a>").differenceFrom(Xml.parse("<a> <b/> </a>")))
                .isEmpty();
    }

    @Test
    void comparesWhatIsDeep() {
        assertThat(nested(20_000, "x").differenceFrom(nested(20_000, "x"))).isEmpty();
        assertThat(nested(20_000, "x").differenceFrom(nested(20_000, "y")).orElseThrow())
                .startsWith("/a/a[1]/a[1]/")
                .endsWith("/a[1] is \"x\", expected \"y\"");
    }

    private static Xml nested(int depth, String text) {
        return Xml.parse("<a>".repeat(depth) + text + "</a>".repeat(depth));
    }

    private static void assertDifference(String actual, String expected, String difference) {
        assertThat(Xml.parse(actual).differenceFrom(Xml.parse(expected))).contains(difference);
    }
}
