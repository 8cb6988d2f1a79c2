CREATE TABLE `own_method` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`based_on` text DEFAULT '' NOT NULL,
	`scope` text DEFAULT 'community' NOT NULL,
	`draft` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `community`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_method_community` ON `own_method` (`community_id`);--> statement-breakpoint
CREATE TABLE `own_method_version` (
	`method_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`hash` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	PRIMARY KEY(`method_id`, `version`),
	FOREIGN KEY (`method_id`) REFERENCES `own_method`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `community` ADD `kind` text DEFAULT 'community' NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `own_method_version_no_update` BEFORE UPDATE ON `own_method_version` BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `own_method_version_no_delete` BEFORE DELETE ON `own_method_version` BEGIN SELECT RAISE(ABORT, 'a published version never goes'); END;
