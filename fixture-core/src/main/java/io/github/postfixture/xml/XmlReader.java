package io.github.postfixture.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;

/** Reads XML of a stranger: without a DTD and what comes with it, and no deeper than it is told. Its stack does not grow. */
public final class XmlReader {

    private final int maxDepth;

    /** Make a reader that refuses elements within more than so many others. */
    public XmlReader(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /**
     * Read a document in the encoding that it says itself.
     *
     * @throws MalformedXmlException if it is none, or deeper, or has a DTD
     */
    public XmlElement read(byte[] document) throws MalformedXmlException {
        return read(new InputSource(new ByteArrayInputStream(document)));
    }

    /**
     * Read a document.
     *
     * @throws MalformedXmlException if it is none, or deeper, or has a DTD
     */
    public XmlElement read(String document) throws MalformedXmlException {
        return read(new InputSource(new StringReader(document)));
    }

    private XmlElement read(InputSource source) throws MalformedXmlException {
        XmlTreeBuilder tree = new XmlTreeBuilder(maxDepth);
        try {
            parser().parse(source, tree);
        } catch (SAXException | IOException e) {
            throw new MalformedXmlException(e.getMessage(), e);
        }
        return tree.root();
    }

    private static SAXParser parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return withoutBoundOfItsOwn(factory.newSAXParser());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("This Java runtime cannot read XML", e);
        }
    }

    /** Newer runtimes have a bound of depth of their own. */
    private static SAXParser withoutBoundOfItsOwn(SAXParser parser) throws SAXException {
        try {
            parser.setProperty("jdk.xml.maxElementDepth", "0");
        } catch (SAXNotRecognizedException e) {
            return parser;
        }
        return parser;
    }
}
