package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Javadoc shows what users type, and what a published package has for other packages of ours carries {@code @hidden}. */
class HiddenFromJavadocTests {

    private static final Pattern STATUS = Pattern.compile("API\\.Status\\.(\\w+)");

    @ParameterizedTest
    @ValueSource(strings = {"fixture-core", "junit5-extension"})
    void whatIsForNobodyElseIsHidden(String module) throws IOException {
        assertThat(elements(module).filter(element -> element.isInternal() && !element.isHidden()))
                .as("elements that are INTERNAL without @hidden")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixture-core", "junit5-extension"})
    void whatIsForUsersIsNot(String module) throws IOException {
        assertThat(elements(module).filter(element -> element.isHidden() && !element.isInternal()))
                .as("elements with @hidden that are not INTERNAL")
                .isEmpty();
    }

    private static Stream<Element> elements(String module) throws IOException {
        Path sources = Path.of("..", module, "src/main/java");
        Set<String> excluded = PublishedJavadocTests.excluded(module);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> published = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !excluded.contains(packageOf(sources, file)))
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(published));
            Published found = new Published(DocTrees.instance(task));
            task.parse().forEach(unit -> found.scan(unit, internalPackage(unit)));
            return found.elements.stream();
        }
    }

    private static String packageOf(Path sources, Path file) {
        return sources.relativize(file.getParent()).toString().replace('/', '.');
    }

    private static boolean internalPackage(CompilationUnitTree unit) {
        Path types = Path.of(unit.getSourceFile().toUri()).resolveSibling("package-info.java");
        try {
            return Files.exists(types) && Files.readString(types).contains("API.Status.INTERNAL");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param isInternal whether it says that it is for us alone, or its package does */
    private record Element(String name, boolean isInternal, boolean isHidden) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Collects what is public; members of a type for us alone are hidden with it, types in it are not. */
    private static final class Published extends TreePathScanner<@Nullable Void, Boolean> {

        private final List<Element> elements = new ArrayList<>();
        private final DocTrees docs;

        Published(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Boolean internal) {
            if (!isPublic(type.getModifiers())) {
                return null;
            }
            boolean isInternal = isInternal(type.getModifiers(), internal);
            add(type.getSimpleName().toString(), isInternal);
            if (isInternal) {
                type.getMembers().stream().filter(ClassTree.class::isInstance).forEach(nested -> scan(nested, true));
                return null;
            }
            return super.visitClass(type, false);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, Boolean internal) {
            return member(method.getName().toString(), method.getModifiers(), internal);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, Boolean internal) {
            return member(field.getName().toString(), field.getModifiers(), internal);
        }

        private @Nullable Void member(String name, ModifiersTree modifiers, boolean internal) {
            if (isPublic(modifiers)) {
                add(name, isInternal(modifiers, internal));
            }
            return null;
        }

        private void add(String name, boolean isInternal) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            boolean isHidden = comment != null
                    && comment.getBlockTags().stream().anyMatch(tag -> tag.getKind() == DocTree.Kind.HIDDEN);
            elements.add(new Element(qualified(name), isInternal, isHidden));
        }

        private String qualified(String name) {
            String types = Stream.iterate(
                            getCurrentPath().getParentPath(), path -> path != null, TreePath::getParentPath)
                    .map(TreePath::getLeaf)
                    .filter(ClassTree.class::isInstance)
                    .map(type -> ((ClassTree) type).getSimpleName() + ".")
                    .reduce("", (inner, outer) -> outer + inner);
            return getCurrentPath().getCompilationUnit().getPackageName() + "." + types + name;
        }

        private boolean isPublic(ModifiersTree modifiers) {
            Tree around = getCurrentPath().getParentPath().getLeaf();
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || around.getKind() == Tree.Kind.INTERFACE;
        }

        private static boolean isInternal(ModifiersTree modifiers, boolean otherwise) {
            return STATUS.matcher(modifiers.getAnnotations().toString())
                    .results()
                    .map(status -> status.group(1).equals("INTERNAL"))
                    .findFirst()
                    .orElse(otherwise);
        }
    }
}
