package io.github.postfixture.mail.imap;

/**
 * The folder that a session has selected.
 *
 * @param folder the folder, as the client knows it
 * @param news what the client does not know
 */
record Selection(SelectedFolder folder, FolderNews news) {}
