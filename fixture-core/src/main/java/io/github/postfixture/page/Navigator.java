package io.github.postfixture.page;

/** How a reader goes on from where markup stands: with which cookies, and from which page. */
@FunctionalInterface
interface Navigator {

    Page go(PageRequest request);
}
