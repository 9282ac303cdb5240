-- It holds what a card asks (Cards/Turn.cs), which changes with more than moves. Older values differ from any new one: at worst a card comes down once.
ALTER TABLE surfaces RENAME COLUMN drawn_step TO drawn_turn;
