package io.github.postfixture.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTests {

    private static final XmlName A = new XmlName("urn:a", "a");
    private static final Map<String, String> PREFIXES = Map.of("urn:a", "A");

    private static XmlElement read(String document) throws MalformedXmlException {
        return new XmlReader(100).read(document);
    }

    @Test
    void readsElementsAttributesAndTextByNamespace() throws MalformedXmlException {
        XmlElement root = read("<a xmlns='urn:a' xmlns:b='urn:b' c='1' b:c='2'>x<b:d/>y<!-- z --><![CDATA[<]]></a>");

        assertThat(root.name()).isEqualTo(A);
        assertThat(root.attributes())
                .containsOnly(Map.entry(new XmlName("", "c"), "1"), Map.entry(new XmlName("urn:b", "c"), "2"));
        assertThat(root.text()).isEqualTo("xy<");
        assertThat(root.element(new XmlName("urn:b", "d"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "<a>",
                "<a></b>",
                "<a:b/>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                "<a>&b;</a>",
                "<a>\u0001</a>"
            })
    void refusesWhatIsNoXmlOrHasADtd(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(MalformedXmlException.class);
    }

    @Test
    void refusesAnEncodingThatIsNotTheOneSaid() {
        byte[] document = "<?xml version='1.0' encoding='utf-8'?><a>\u00e4</a>".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> new XmlReader(100).read(document)).isInstanceOf(MalformedXmlException.class);
    }

    @Test
    void refusesElementsThatAreDeeperThanItIsTold() throws MalformedXmlException {
        assertThat(read("<a>".repeat(100) + "</a>".repeat(100)).elements()).hasSize(1);
        assertThatThrownBy(() -> read("<a>".repeat(101) + "</a>".repeat(101)))
                .isInstanceOf(MalformedXmlException.class)
                .hasMessage("elements are more than 100 deep");
    }

    @Test
    void readsAndWritesAnyDepthWithoutAStack() throws MalformedXmlException {
        String document = "<A:a>".repeat(50_000) + "<A:a/>" + "</A:a>".repeat(50_000);

        XmlElement root = new XmlReader(100_000).read(document.replaceFirst("<A:a>", "<A:a xmlns:A='urn:a'>"));

        assertThat(new XmlWriter(PREFIXES).element(root).toString()).isEqualTo(document);
    }

    @Test
    void writesWhatItHasRead() throws MalformedXmlException {
        String document = "<A:a xmlns:A=\"urn:a\" b=\"&#34;&#10;\">&lt;&amp;&gt;&#13;\n\ud83d\ude00"
                + "<x:c xmlns:x=\"urn:c\" xml:lang=\"en\"/><d/></A:a>";

        String written = new XmlWriter(Map.of()).element(read(document)).toString();

        assertThat(written).isEqualTo(document);
    }

    @Test
    void replacesCharactersThatXmlCannotSay() {
        XmlElement element = XmlElement.of(A, "a\u0000b\ud800c\uffff");

        assertThat(new XmlWriter(PREFIXES).element(element).toString()).isEqualTo("<A:a>a\ufffdb\ufffdc\ufffd</A:a>");
    }

    @Test
    void declaresTheUsualPrefixesAtTheRoot() {
        XmlElement root = XmlElement.of(A, XmlElement.of(new XmlName("urn:b", "b"), "c"));

        assertThat(XmlWriter.document(root, PREFIXES))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                        + "<A:a xmlns:A=\"urn:a\"><x:b xmlns:x=\"urn:b\">c</x:b></A:a>\n");
    }
}
