-- Macros that read tables of Cradle in DuckDB (1.2 or newer): duckdb -init conf/duckdb/cradle.sql
-- Give them what `cradle files TABLE` prints, as a list: cradle_steps(['…/part-00000-….parquet', …]).
-- Steps are counted from 0, as everywhere in Cradle; lists, as everywhere in DuckDB, begin at 1.

-- The segments of a table, a row each, as docs/format.md describes them.
CREATE OR REPLACE MACRO cradle_segments(files) AS TABLE
  SELECT * FROM read_parquet(files);

-- Numbers of one step of a tensor of floats or longs: cradle_values(proprio, steps, t).
CREATE OR REPLACE MACRO cradle_values(numbers, steps, t) AS
  numbers[t * (len(numbers) // steps) + 1 : (t + 1) * (len(numbers) // steps)];

-- One element of one step of a tensor of bits, 0 or 1: cradle_bit(lcd, steps, t, y * width + x). Bits lie least
-- significant first, and DuckDB counts from the most significant.
CREATE OR REPLACE MACRO cradle_bit(bits, steps, t, element) AS
  get_bit(bits::BIT, CAST(8 * (t * (octet_length(bits) // steps) + element // 8) + 7 - element % 8 AS INTEGER));

-- All elements of one step of a tensor of bits, row by row: cradle_bits(lcd, steps, t, height * width).
CREATE OR REPLACE MACRO cradle_bits(bits, steps, t, elements) AS
  list_transform(range(elements), element -> cradle_bit(bits, steps, t, element));

-- Pixels of ink in one frame: cradle_frame_ink(lcd, steps, t). Bits behind a frame's last pixel are 0.
CREATE OR REPLACE MACRO cradle_frame_ink(bits, steps, t) AS
  bit_count(substring(bits::BIT::VARCHAR, CAST(8 * t * (octet_length(bits) // steps) + 1 AS INTEGER), CAST(8 * (octet_length(bits) // steps) AS INTEGER))::BIT);

-- Pixels of ink in all frames of a segment: cradle_ink(lcd).
CREATE OR REPLACE MACRO cradle_ink(bits) AS bit_count(bits::BIT);

-- One element of one step of a tensor of bytes, 0 to 255: cradle_byte(light, steps, t, element).
CREATE OR REPLACE MACRO cradle_byte(bytes, steps, t, element) AS
  ('0x' || substring(hex(bytes), CAST(2 * (t * (octet_length(bytes) // steps) + element) + 1 AS INTEGER), 2))::UTINYINT;

-- The steps of a table, a row each: its number in the episode, and the numbers of those of the named tensors (of floats or
-- longs) that the table has: cradle_steps(FILES), or cradle_steps(FILES, tensors := ['proprio']).
CREATE OR REPLACE MACRO cradle_steps(files, tensors := ['action', 'proprio', 'full_state', 'velocity', 'time']) AS TABLE
  SELECT episode_id, split, world, policy, seed, first_step + t AS step,
         cradle_values(COLUMNS(name -> list_contains(tensors, name)), steps, t)
  FROM read_parquet(files), LATERAL (SELECT unnest(range(steps)) AS t);

-- Episodes by split, world and policy, with their steps.
CREATE OR REPLACE MACRO cradle_mix(files) AS TABLE
  SELECT split, world, policy, count(DISTINCT episode_id) AS episodes, sum(steps)::BIGINT AS steps
  FROM read_parquet(files) GROUP BY ALL ORDER BY ALL;
