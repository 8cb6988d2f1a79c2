ALTER TABLE `poll` ADD `minutes` integer;
