CREATE TABLE `action_report` (
	`meeting_id` text NOT NULL,
	`action_item_id` text NOT NULL,
	`note` text NOT NULL,
	`reported_at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `action_item_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `body` ADD `schedule` text DEFAULT '{"every":"none"}' NOT NULL;--> statement-breakpoint
ALTER TABLE `body` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `body` ADD `removed_at` integer;--> statement-breakpoint
UPDATE `body` SET `schedule` = json_object('every', 'week', 'weekday', `weekday`, 'onHoliday', 'skip');--> statement-breakpoint
ALTER TABLE `body` DROP COLUMN `weekday`;--> statement-breakpoint
ALTER TABLE `meeting` ADD `body_then` text;--> statement-breakpoint
ALTER TABLE `meeting` ADD `cancel_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meeting` ADD `cancelled_at` integer;
--> statement-breakpoint
UPDATE `meeting` SET `body_then` = (
	SELECT json_object('name', `name`, 'methodId', `method_id`, 'ruleId', `rule_id`) FROM `body` WHERE `body`.`id` = `meeting`.`body_id`
) WHERE `state` <> 'planned';
