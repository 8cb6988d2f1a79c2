ALTER TABLE `straw_poll` ADD `guests` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `straw_poll` ADD `answered` integer;--> statement-breakpoint
ALTER TABLE `straw_poll` ADD `present` integer;--> statement-breakpoint
ALTER TABLE `straw_poll` ADD `ended_for` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `straw_poll` ADD `put_away` integer DEFAULT false NOT NULL;
--> statement-breakpoint
DROP TRIGGER `straw_poll_is_final`;
--> statement-breakpoint
CREATE TRIGGER `straw_poll_is_final` BEFORE UPDATE ON `straw_poll`
WHEN OLD.`state` = 'closed' AND (
  NEW.`state` IS NOT OLD.`state` OR NEW.`counts` IS NOT OLD.`counts` OR NEW.`answered` IS NOT OLD.`answered`
  OR NEW.`present` IS NOT OLD.`present` OR NEW.`ended_for` IS NOT OLD.`ended_for` OR NEW.`closed_at` IS NOT OLD.`closed_at`
)
BEGIN SELECT RAISE(ABORT, 'a closed mood check is final'); END;
--> statement-breakpoint
CREATE TRIGGER `straw_poll_asks_one_thing` BEFORE UPDATE ON `straw_poll`
WHEN NEW.`meeting_id` IS NOT OLD.`meeting_id` OR NEW.`question` IS NOT OLD.`question` OR NEW.`options` IS NOT OLD.`options`
  OR NEW.`guests` IS NOT OLD.`guests` OR NEW.`opened_at` IS NOT OLD.`opened_at`
BEGIN SELECT RAISE(ABORT, 'a mood check is frozen from its opening on'); END;
--> statement-breakpoint
CREATE TRIGGER `straw_poll_keeps_no_answers` BEFORE UPDATE ON `straw_poll`
WHEN NEW.`state` = 'closed' AND EXISTS (SELECT 1 FROM `straw_answer` WHERE `straw_poll_id` = OLD.`id`)
BEGIN SELECT RAISE(ABORT, 'a closed mood check keeps sums, never who tapped what'); END;
