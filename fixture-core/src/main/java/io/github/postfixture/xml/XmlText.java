package io.github.postfixture.xml;

/** Text in an element, without references. */
public record XmlText(String text) implements XmlNode {}
