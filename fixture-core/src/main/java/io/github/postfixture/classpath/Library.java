package io.github.postfixture.classpath;

import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;

/**
 * A library that this one stands on.
 *
 * @param group its group
 * @param artifact its name
 * @param version the least version that fits
 * @param type a class of it
 * @param signs what the message of an error names that comes from another version of it
 */
record Library(String group, String artifact, String version, String type, List<String> signs) {

    static Library of(String coordinates, String type, String... signs) {
        String[] parts = coordinates.split(":", -1);
        return new Library(parts[0], parts[1], parts[2], type, List.of(signs));
    }

    boolean isMeant(String message) {
        return signs.stream().anyMatch(message::contains);
    }

    /** Say which jar does not fit, and the lines that mend it. */
    String advice() {
        return placeOf(type).map(jar -> jar + " does not fit: ").orElse(artifact + " is missing: ")
                + "postfixture needs " + group + ":" + artifact + " " + version
                + " or later; put this into <dependencyManagement>, before any BOM: <dependency><groupId>" + group
                + "</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version></dependency>, and see mvn dependency:tree for who excludes it or brings another";
    }

    /** Return the name of the jar that a class comes from. */
    static Optional<String> placeOf(String type) {
        try {
            Class<?> found = Class.forName(type, false, Library.class.getClassLoader());
            return Optional.ofNullable(found.getProtectionDomain().getCodeSource())
                    .map(CodeSource::getLocation)
                    .map(URL::getPath)
                    .map(path -> path.substring(path.lastIndexOf('/', path.length() - 2) + 1));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
