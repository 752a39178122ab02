/** An application on the module path that uses the servers. */
@SuppressWarnings({"requires-automatic", "module"})
module com.example.app {
    requires io.github.postfixture;
    requires org.assertj.core;
}
