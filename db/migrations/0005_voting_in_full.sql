CREATE TABLE `straw_answer` (
	`straw_poll_id` text NOT NULL,
	`person_id` text NOT NULL,
	`choice` text NOT NULL,
	PRIMARY KEY(`straw_poll_id`, `person_id`),
	FOREIGN KEY (`straw_poll_id`) REFERENCES `straw_poll`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `straw_poll` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`question` text NOT NULL,
	`options` text NOT NULL,
	`state` text NOT NULL,
	`counts` text,
	`version` integer DEFAULT 1 NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `straw_poll_meeting` ON `straw_poll` (`meeting_id`,`state`);--> statement-breakpoint
CREATE TABLE `helper_device` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`helper` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `helper_device_meeting` ON `helper_device` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `proxy` (
	`meeting_id` text NOT NULL,
	`principal_id` text NOT NULL,
	`holder_id` text NOT NULL,
	`authority` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `principal_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`principal_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proxy_holder` ON `proxy` (`meeting_id`,`holder_id`);--> statement-breakpoint
CREATE TABLE `roll` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roll_community` ON `roll` (`community_id`);--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`roll_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`building` text NOT NULL,
	`number` text NOT NULL,
	`area` integer NOT NULL,
	FOREIGN KEY (`roll_id`) REFERENCES `roll`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_place` ON `unit` (`roll_id`,`building`,`number`);--> statement-breakpoint
CREATE INDEX `unit_owner` ON `unit` (`owner_id`);--> statement-breakpoint
ALTER TABLE `body` ADD `overlays` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `body` ADD `roll_id` text REFERENCES roll(id);--> statement-breakpoint
ALTER TABLE `ballot` ADD `item` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `poll` ADD `overlays` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `poll` ADD `extra` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `poll` ADD `form` text DEFAULT '{"kind":"yes-no"}' NOT NULL;--> statement-breakpoint
ALTER TABLE `poll` ADD `remote` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `poll` ADD `phone_reveal` integer;--> statement-breakpoint
ALTER TABLE `poll` ADD `noticed_at` integer;--> statement-breakpoint
ALTER TABLE `poll` ADD `opens_at` integer;--> statement-breakpoint
ALTER TABLE `poll` ADD `closes_itself` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `attendee` ADD `area` integer;--> statement-breakpoint
ALTER TABLE `attendee` ADD `units` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `roll_id` text REFERENCES roll(id);
--> statement-breakpoint
DROP TRIGGER `poll_result_is_final`;
--> statement-breakpoint
CREATE TRIGGER `poll_result_is_final` BEFORE UPDATE ON `poll`
WHEN OLD.`state` IN ('closed', 'voided') AND (
  NEW.`state` IS NOT OLD.`state` OR NEW.`result` IS NOT OLD.`result` OR NEW.`void_reason` IS NOT OLD.`void_reason`
  OR NEW.`due` IS NOT OLD.`due` OR NEW.`opened_at` IS NOT OLD.`opened_at` OR NEW.`closed_at` IS NOT OLD.`closed_at`
)
BEGIN SELECT RAISE(ABORT, 'a closed poll is final'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_settings_freeze_at_opening` BEFORE UPDATE ON `poll`
WHEN (OLD.`state` <> 'draft' OR OLD.`noticed_at` IS NOT NULL) AND (
  NEW.`meeting_id` IS NOT OLD.`meeting_id` OR NEW.`question` IS NOT OLD.`question` OR NEW.`mode` IS NOT OLD.`mode`
  OR NEW.`also_paper` IS NOT OLD.`also_paper` OR NEW.`also_hands` IS NOT OLD.`also_hands` OR NEW.`rule_id` IS NOT OLD.`rule_id`
  OR NEW.`overlays` IS NOT OLD.`overlays` OR NEW.`options` IS NOT OLD.`options` OR NEW.`form` IS NOT OLD.`form`
  OR NEW.`remote` IS NOT OLD.`remote` OR NEW.`round_of` IS NOT OLD.`round_of` OR NEW.`noticed_at` IS NOT OLD.`noticed_at`
)
BEGIN SELECT RAISE(ABORT, 'a poll is frozen from its notice or its opening on'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_extra_counts_freeze_at_opening` BEFORE UPDATE ON `poll`
WHEN OLD.`state` <> 'draft' AND NEW.`extra` IS NOT OLD.`extra`
BEGIN SELECT RAISE(ABORT, 'a poll is frozen from its opening on'); END;
--> statement-breakpoint
CREATE TRIGGER `attendee_is_frozen` BEFORE UPDATE ON `attendee`
WHEN (SELECT `state` FROM `meeting` WHERE `id` = OLD.`meeting_id`) IS NOT 'planned' AND (
  NEW.`meeting_id` IS NOT OLD.`meeting_id` OR NEW.`person_id` IS NOT OLD.`person_id` OR NEW.`name` IS NOT OLD.`name`
  OR NEW.`voting_right` IS NOT OLD.`voting_right` OR NEW.`area` IS NOT OLD.`area` OR NEW.`units` IS NOT OLD.`units`
)
BEGIN SELECT RAISE(ABORT, 'the roll is frozen from the opening of the meeting on'); END;
--> statement-breakpoint
CREATE TRIGGER `straw_poll_is_final` BEFORE UPDATE ON `straw_poll`
WHEN OLD.`state` = 'closed' AND (NEW.`state` IS NOT OLD.`state` OR NEW.`counts` IS NOT OLD.`counts` OR NEW.`question` IS NOT OLD.`question`)
BEGIN SELECT RAISE(ABORT, 'a closed mood check is final'); END;
--> statement-breakpoint
CREATE TRIGGER `straw_answer_only_while_open` BEFORE INSERT ON `straw_answer`
WHEN (SELECT `state` FROM `straw_poll` WHERE `id` = NEW.`straw_poll_id`) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'mood check is not open'); END;
