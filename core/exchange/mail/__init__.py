"""How messages leave the machine: files, links, SMTP, and the account's folder of drafts."""
