/**
 * Sites: trees of static documents, served as httpd and nginx serve files, and the filters in front of them, which are
 * configured together and asked one after the other.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.site;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
