CREATE TABLE `__new_action_item` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`issue_id` text NOT NULL,
	`meeting_id` text,
	`agenda_item_id` text,
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
INSERT INTO `__new_action_item`("id", "community_id", "issue_id", "meeting_id", "agenda_item_id", "number", "title", "responsible", "deadline", "plan", "state", "result_note", "version", "created_at", "done_at") SELECT "id", "community_id", "issue_id", "meeting_id", "agenda_item_id", "number", "title", "responsible", "deadline", "plan", "state", "result_note", "version", "created_at", "done_at" FROM `action_item`;--> statement-breakpoint
DROP TABLE `action_item`;--> statement-breakpoint
ALTER TABLE `__new_action_item` RENAME TO `action_item`;--> statement-breakpoint
CREATE INDEX `action_item_state` ON `action_item` (`community_id`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `action_item_number` ON `action_item` (`community_id`,`number`);--> statement-breakpoint
ALTER TABLE `agenda_item` ADD `step_label` text DEFAULT '' NOT NULL;