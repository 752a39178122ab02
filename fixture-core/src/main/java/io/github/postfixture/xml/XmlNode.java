package io.github.postfixture.xml;

/** What is in an element: other elements, and text. */
public sealed interface XmlNode permits XmlElement, XmlText {}
