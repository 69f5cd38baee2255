"""Applications that come by e-mail: the settings of mailboxes, IMAP, what a message says."""
