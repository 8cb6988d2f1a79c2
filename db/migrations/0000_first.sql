CREATE TABLE `action_item` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`issue_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`responsible` text NOT NULL,
	`deadline` text NOT NULL,
	`plan` text NOT NULL,
	`state` text NOT NULL,
	`result_note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `action_item_state` ON `action_item` (`community_id`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `action_item_number` ON `action_item` (`community_id`,`number`);--> statement-breakpoint
CREATE TABLE `api_token` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `community` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`street` text NOT NULL,
	`demonstration` integer DEFAULT false NOT NULL,
	`settings` text DEFAULT '{}' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`user_agent` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_username` ON `staff` (`username`);--> statement-breakpoint
CREATE TABLE `issue` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`category` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`raised_by` text DEFAULT '' NOT NULL,
	`first_raised_on` text NOT NULL,
	`times_discussed` integer DEFAULT 0 NOT NULL,
	`method_id` text NOT NULL,
	`process` text NOT NULL,
	`stage` text NOT NULL,
	`facts` text DEFAULT '{}' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `issue_number` ON `issue` (`community_id`,`number`);--> statement-breakpoint
CREATE INDEX `issue_stage` ON `issue` (`community_id`,`stage`);--> statement-breakpoint
CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`community_id` text NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`data` text NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `journal_subject` ON `journal` (`subject`);--> statement-breakpoint
CREATE INDEX `journal_community` ON `journal` (`community_id`,`seq`);--> statement-breakpoint
CREATE TABLE `agenda_item` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`issue_id` text,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`conclusion` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`differences` text DEFAULT '' NOT NULL,
	`planned_minutes` integer DEFAULT 8 NOT NULL,
	`used_seconds` integer DEFAULT 0 NOT NULL,
	`resumed_at` integer,
	`started_at` integer,
	`decision` integer DEFAULT 0 NOT NULL,
	`decided_by` text DEFAULT '' NOT NULL,
	`before` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_item_meeting` ON `agenda_item` (`meeting_id`,`position`);--> statement-breakpoint
CREATE TABLE `body` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`method_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`start_time` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`rule_id` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`body_id` text NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`starts_at` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`chair` text DEFAULT '' NOT NULL,
	`recorder` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`current_item_id` text,
	`demonstration` integer DEFAULT false NOT NULL,
	`screen_mode` text DEFAULT 'meeting' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `body`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_code` ON `meeting` (`code`);--> statement-breakpoint
CREATE INDEX `meeting_community` ON `meeting` (`community_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `speech` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`position` integer NOT NULL,
	`speaker` text NOT NULL,
	`body` text NOT NULL,
	`recorded_by` text NOT NULL,
	`updated_by` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `speech_item` ON `speech` (`agenda_item_id`,`position`);--> statement-breakpoint
CREATE TABLE `ballot` (
	`poll_id` text NOT NULL,
	`id` text NOT NULL,
	`choice` text NOT NULL,
	`person_id` text,
	PRIMARY KEY(`poll_id`, `id`),
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `claim` (
	`poll_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`poll_id`, `person_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `poll` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text,
	`question` text NOT NULL,
	`mode` text NOT NULL,
	`rule_id` text NOT NULL,
	`options` text NOT NULL,
	`state` text NOT NULL,
	`reveal` integer DEFAULT 0 NOT NULL,
	`due` integer,
	`result` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`ends_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `poll_meeting` ON `poll` (`meeting_id`,`state`);--> statement-breakpoint
CREATE TABLE `attendee` (
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`seat` text NOT NULL,
	`unit` text NOT NULL,
	`voting_right` integer NOT NULL,
	`present_at` integer,
	`via` text,
	`token_round` integer DEFAULT 1 NOT NULL,
	`token_id` text NOT NULL,
	`key_id` text,
	PRIMARY KEY(`meeting_id`, `person_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendee_token` ON `attendee` (`token_id`);--> statement-breakpoint
CREATE INDEX `attendee_key` ON `attendee` (`key_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`seat` text DEFAULT '' NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`voting_right` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_community` ON `person` (`community_id`);
--> statement-breakpoint
CREATE TRIGGER `journal_no_update` BEFORE UPDATE ON `journal` BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_no_delete` BEFORE DELETE ON `journal` BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ballot_only_while_open` BEFORE INSERT ON `ballot`
WHEN (SELECT `state` FROM `poll` WHERE `id` = NEW.`poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER `ballot_no_update_after_closing` BEFORE UPDATE ON `ballot`
WHEN (SELECT `state` FROM `poll` WHERE `id` = OLD.`poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER `ballot_no_delete_after_closing` BEFORE DELETE ON `ballot`
WHEN (SELECT `state` FROM `poll` WHERE `id` = OLD.`poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER `claim_only_while_open` BEFORE INSERT ON `claim`
WHEN (SELECT `state` FROM `poll` WHERE `id` = NEW.`poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'poll is not open'); END;
--> statement-breakpoint
CREATE TRIGGER `claim_no_change` BEFORE UPDATE ON `claim` BEGIN SELECT RAISE(ABORT, 'a claim never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `claim_no_delete` BEFORE DELETE ON `claim` BEGIN SELECT RAISE(ABORT, 'a claim never goes'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_result_is_final` BEFORE UPDATE ON `poll`
WHEN OLD.`state` = 'closed' AND (NEW.`state` IS NOT OLD.`state` OR NEW.`result` IS NOT OLD.`result` OR NEW.`question` IS NOT OLD.`question`)
BEGIN SELECT RAISE(ABORT, 'a closed poll is final'); END;
