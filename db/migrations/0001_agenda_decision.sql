ALTER TABLE `agenda_item` ADD `started_at` integer;--> statement-breakpoint
ALTER TABLE `agenda_item` ADD `decision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_item` ADD `decided_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_item` ADD `before` text;