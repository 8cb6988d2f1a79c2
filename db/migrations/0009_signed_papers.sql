ALTER TABLE `paper_entry` ADD `checked_by` text;
--> statement-breakpoint
CREATE TRIGGER `attendee_joins_before_opening` BEFORE INSERT ON `attendee`
WHEN (SELECT `state` FROM `meeting` WHERE `id` = NEW.`meeting_id`) IS NOT 'planned'
BEGIN SELECT RAISE(ABORT, 'the roll is frozen from the opening of the meeting on'); END;
--> statement-breakpoint
CREATE TRIGGER `attendee_leaves_before_opening` BEFORE DELETE ON `attendee`
WHEN (SELECT `state` FROM `meeting` WHERE `id` = OLD.`meeting_id`) IS NOT 'planned'
BEGIN SELECT RAISE(ABORT, 'the roll is frozen from the opening of the meeting on'); END;
