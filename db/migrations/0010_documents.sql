CREATE TABLE `document` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`genre` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`title` text NOT NULL,
	`public` integer NOT NULL,
	`masked` integer NOT NULL,
	`choices` text NOT NULL,
	`layout` text NOT NULL,
	`state` text NOT NULL,
	`drafted_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`content` text,
	`checked_by` text DEFAULT '' NOT NULL,
	`checked_at` integer,
	`issued_by` text DEFAULT '' NOT NULL,
	`issued_at` integer,
	`issued_on` text,
	`number_code` text,
	`number_year` integer,
	`number_place` integer,
	`number` text DEFAULT '' NOT NULL,
	`file` text,
	`corrects_id` text,
	`correction_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrects_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_community` ON `document` (`community_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `document_source` ON `document` (`source_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `document_number` ON `document` (`community_id`,`number_code`,`number_year`,`number_place`);--> statement-breakpoint
CREATE TABLE `number_series` (
	`community_id` text NOT NULL,
	`code` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`community_id`, `code`, `year`),
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `objection` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`document_id` text NOT NULL,
	`number` integer NOT NULL,
	`objector` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`body` text NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`received_on` text NOT NULL,
	`reply_by` text NOT NULL,
	`received_by` text NOT NULL,
	`reply` text DEFAULT '' NOT NULL,
	`replied_by` text DEFAULT '' NOT NULL,
	`replied_on` text,
	`satisfied` integer,
	`further` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objection_number` ON `objection` (`community_id`,`number`);--> statement-breakpoint
CREATE INDEX `objection_document` ON `objection` (`document_id`);--> statement-breakpoint
CREATE TABLE `own_template` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_template_community` ON `own_template` (`community_id`);--> statement-breakpoint
CREATE TABLE `own_template_version` (
	`template_id` text NOT NULL,
	`place` integer NOT NULL,
	`file_name` text NOT NULL,
	`file` text NOT NULL,
	`bytes` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	PRIMARY KEY(`template_id`, `place`),
	FOREIGN KEY (`template_id`) REFERENCES `own_template`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `posting` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`place` text NOT NULL,
	`posted_on` text NOT NULL,
	`until` text NOT NULL,
	`posted_by` text NOT NULL,
	`removed_on` text,
	`removed_by` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posting_document` ON `posting` (`document_id`);--> statement-breakpoint
CREATE TABLE `posting_photo` (
	`id` text PRIMARY KEY NOT NULL,
	`posting_id` text NOT NULL,
	`shows` text NOT NULL,
	`type` text NOT NULL,
	`file` text NOT NULL,
	`added_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`posting_id`) REFERENCES `posting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posting_photo_posting` ON `posting_photo` (`posting_id`);--> statement-breakpoint
CREATE TABLE `wording_edit` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`genre` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`key` text NOT NULL,
	`text` text,
	`generated` text NOT NULL,
	`place` integer NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wording_edit_place` ON `wording_edit` (`community_id`,`source_id`,`genre`,`key`,`place`);--> statement-breakpoint
CREATE TRIGGER `document_is_issued_for_good` BEFORE UPDATE ON `document`
WHEN OLD.`state` = 'issued' AND (OLD.`file` IS NOT NULL
  OR NEW.`state` <> 'issued' OR NEW.`content` IS NOT OLD.`content` OR NEW.`number` <> OLD.`number` OR NEW.`genre` <> OLD.`genre`
  OR NEW.`source_id` <> OLD.`source_id` OR NEW.`title` <> OLD.`title` OR NEW.`masked` <> OLD.`masked` OR NEW.`layout` <> OLD.`layout`
  OR NEW.`choices` <> OLD.`choices` OR NEW.`issued_by` <> OLD.`issued_by` OR NEW.`issued_at` IS NOT OLD.`issued_at`
  OR NEW.`issued_on` IS NOT OLD.`issued_on` OR NEW.`corrects_id` IS NOT OLD.`corrects_id`)
BEGIN SELECT RAISE(ABORT, 'an issued document is corrected by another one, never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `document_issued_stays` BEFORE DELETE ON `document`
WHEN OLD.`state` = 'issued'
BEGIN SELECT RAISE(ABORT, 'an issued document stays'); END;
--> statement-breakpoint
CREATE TRIGGER `number_series_only_rises` BEFORE UPDATE ON `number_series`
WHEN NEW.`last` <> OLD.`last` + 1
BEGIN SELECT RAISE(ABORT, 'numbers are given one by one'); END;
--> statement-breakpoint
CREATE TRIGGER `number_series_stays` BEFORE DELETE ON `number_series`
BEGIN SELECT RAISE(ABORT, 'a number series stays'); END;
--> statement-breakpoint
CREATE TRIGGER `wording_edit_is_kept` BEFORE UPDATE ON `wording_edit`
BEGIN SELECT RAISE(ABORT, 'edits of wording are only added'); END;
--> statement-breakpoint
CREATE TRIGGER `wording_edit_stays` BEFORE DELETE ON `wording_edit`
BEGIN SELECT RAISE(ABORT, 'edits of wording are only added'); END;
--> statement-breakpoint
CREATE TRIGGER `own_template_version_is_kept` BEFORE UPDATE ON `own_template_version`
BEGIN SELECT RAISE(ABORT, 'a version of a template is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `own_template_version_stays` BEFORE DELETE ON `own_template_version`
BEGIN SELECT RAISE(ABORT, 'a version of a template stays'); END;
