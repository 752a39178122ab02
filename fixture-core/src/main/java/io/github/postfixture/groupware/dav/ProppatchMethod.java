package io.github.postfixture.groupware.dav;

import static io.github.postfixture.groupware.dav.DavNamespace.DAV;

import io.github.postfixture.groupware.store.Access;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.xml.XmlElement;
import io.github.postfixture.xml.XmlName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** PROPPATCH: all that is asked for is done, or nothing (RFC 4918 section 9.2). */
final class ProppatchMethod implements DavMethod {

    /** A property that is to be set or removed. */
    private record Instruction(XmlElement property, boolean sets) {

        void applyTo(Map<XmlName, XmlElement> properties) {
            if (sets) {
                properties.put(property.name(), property);
            } else {
                properties.remove(property.name());
            }
        }
    }

    @Override
    public Response answer(DavCall call) throws DavRefusal, IOException {
        List<Instruction> instructions = instructions(call.xml("propertyupdate"));
        call.require(call.path(), Access.WRITE);
        return Atomic.answer(call, () -> apply(call, instructions));
    }

    private static List<Instruction> instructions(XmlElement update) {
        List<Instruction> instructions = new ArrayList<>();
        for (XmlElement step : update.elements()) {
            boolean sets = step.is(DAV.name("set"));
            if (sets || step.is(DAV.name("remove"))) {
                step.elements(DAV.name("prop")).stream()
                        .flatMap(prop -> prop.elements().stream().map(property -> inLanguage(property, prop)))
                        .forEach(property -> instructions.add(new Instruction(property, sets)));
            }
        }
        return instructions;
    }

    /** Return a property with the language that is said further out (RFC 4918 section 4.3). */
    private static XmlElement inLanguage(XmlElement property, XmlElement prop) {
        XmlName language = new XmlName("http://www.w3.org/XML/1998/namespace", "lang");
        String outer = prop.attributes().get(language);
        return outer == null || property.attributes().containsKey(language) ? property : property.with(language, outer);
    }

    private static Response apply(DavCall call, List<Instruction> instructions) throws DavRefusal {
        Resource resource = call.resource();
        StateCheck.of(call).requireUnlocked(call.path());
        List<XmlElement> all = instructions.stream().map(Instruction::property).toList();
        List<XmlElement> wrong = all.stream()
                .filter(property -> LiveProperties.isProtected(property.name()))
                .toList();
        if (wrong.isEmpty()) {
            Map<XmlName, XmlElement> properties = new HashMap<>(resource.item().properties());
            instructions.forEach(instruction -> instruction.applyTo(properties));
            call.editor().describe(call.path(), properties);
        }
        return Multistatus.of(List.of(told(call, resource, all, wrong)));
    }

    private static XmlElement told(DavCall call, Resource resource, List<XmlElement> all, List<XmlElement> wrong) {
        List<XmlElement> parts = new ArrayList<>(List.of(call.hrefs().href(resource)));
        if (wrong.isEmpty()) {
            parts.add(PropertyStatus.of(200, PropertyStatus.emptied(all)));
        } else {
            parts.addAll(PropertyStatus.refused(all, wrong));
        }
        return DAV.element("response", parts);
    }
}
