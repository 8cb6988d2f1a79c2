CREATE TABLE `issued_paper` (
	`poll_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`poll_id`, `person_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `teller_count` (
	`poll_id` text NOT NULL,
	`method` text NOT NULL,
	`teller` text NOT NULL,
	`figures` text NOT NULL,
	`struck` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`poll_id`, `method`, `teller`),
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `poll` ADD `also_paper` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `poll` ADD `also_hands` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `poll` ADD `void_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `poll` ADD `round_of` text REFERENCES poll(id);
--> statement-breakpoint
DROP TRIGGER `claim_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `claim_no_delete` BEFORE DELETE ON `claim`
WHEN (SELECT `state` FROM `poll` WHERE `id` = OLD.`poll_id`) IS NOT 'open'
  OR NOT EXISTS (SELECT 1 FROM `issued_paper` WHERE `poll_id` = OLD.`poll_id` AND `person_id` = OLD.`person_id`)
BEGIN SELECT RAISE(ABORT, 'a claim never goes, but for a paper handed back'); END;
--> statement-breakpoint
CREATE TRIGGER `issued_paper_only_while_open` BEFORE INSERT ON `issued_paper`
WHEN (SELECT `state` FROM `poll` WHERE `id` = NEW.`poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER `issued_paper_no_change` BEFORE UPDATE ON `issued_paper`
BEGIN SELECT RAISE(ABORT, 'a line of the issuing list never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `issued_paper_no_delete_after_closing` BEFORE DELETE ON `issued_paper`
WHEN (SELECT `state` FROM `poll` WHERE `id` = OLD.`poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER `teller_count_only_while_open` BEFORE INSERT ON `teller_count`
WHEN (SELECT `state` FROM `poll` WHERE `id` = NEW.`poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER `teller_count_no_update_after_closing` BEFORE UPDATE ON `teller_count`
WHEN (SELECT `state` FROM `poll` WHERE `id` = OLD.`poll_id`) IS NOT 'open'
  OR (SELECT `state` FROM `poll` WHERE `id` = NEW.`poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER `teller_count_no_delete_after_closing` BEFORE DELETE ON `teller_count`
WHEN (SELECT `state` FROM `poll` WHERE `id` = OLD.`poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'poll is not open'); END;
--> statement-breakpoint
DROP TRIGGER `poll_result_is_final`;
--> statement-breakpoint
CREATE TRIGGER `poll_result_is_final` BEFORE UPDATE ON `poll`
WHEN OLD.`state` IN ('closed', 'voided') AND (
  NEW.`state` IS NOT OLD.`state` OR NEW.`result` IS NOT OLD.`result` OR NEW.`question` IS NOT OLD.`question`
  OR NEW.`mode` IS NOT OLD.`mode` OR NEW.`also_paper` IS NOT OLD.`also_paper` OR NEW.`also_hands` IS NOT OLD.`also_hands`
  OR NEW.`rule_id` IS NOT OLD.`rule_id` OR NEW.`void_reason` IS NOT OLD.`void_reason` OR NEW.`round_of` IS NOT OLD.`round_of`
)
BEGIN SELECT RAISE(ABORT, 'a closed poll is final'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_never_straight_to_voided` BEFORE UPDATE ON `poll`
WHEN NEW.`state` = 'voided' AND OLD.`state` NOT IN ('open', 'voided')
BEGIN SELECT RAISE(ABORT, 'only an open poll is voided'); END;
