/** One throwaway host for a test: its mail server, its web server, and the words that all fixtures share. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
