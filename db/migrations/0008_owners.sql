CREATE TABLE `namesake` (
	`person_id` text PRIMARY KEY NOT NULL,
	`kept_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `paper_entry` (
	`poll_id` text NOT NULL,
	`person_id` text NOT NULL,
	`choice` text NOT NULL,
	`entered_by` text NOT NULL,
	PRIMARY KEY(`poll_id`, `person_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER `paper_entry_only_while_open` BEFORE INSERT ON `paper_entry`
WHEN (SELECT `state` FROM `poll` WHERE `id` = NEW.`poll_id`) IS NOT 'open'
  OR (SELECT `mode` FROM `poll` WHERE `id` = NEW.`poll_id`) IS NOT 'named'
BEGIN SELECT RAISE(ABORT, 'a signed paper is entered while a named poll is open'); END;
--> statement-breakpoint
CREATE TRIGGER `paper_entry_no_change` BEFORE UPDATE ON `paper_entry`
BEGIN SELECT RAISE(ABORT, 'a signed paper is struck and entered anew, never changed'); END;
