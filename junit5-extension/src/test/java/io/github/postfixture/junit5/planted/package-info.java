/** Applications in which one bug at a time can be planted, with tests that fail by it, and the texts of these failures. */
@NullMarked
package io.github.postfixture.junit5.planted;

import org.jspecify.annotations.NullMarked;
