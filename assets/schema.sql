-- The compiled guide. Written by rohnamo-guide, read-only for the kiosk.
-- Texts are resolved at build time: for every unit and every language the words a reader sees, and the language they
-- are in (another one where the translation is missing or fuzzy).
PRAGMA foreign_keys = ON;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE language (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  derived_from TEXT NOT NULL,
  voice TEXT NOT NULL,
  made_by TEXT NOT NULL CHECK (made_by IN ('source', 'machine', 'person')),
  units INTEGER NOT NULL,
  translated INTEGER NOT NULL,
  fuzzy INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  publisher TEXT NOT NULL,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  published TEXT NOT NULL,
  retrieved TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A fact of the dossier. Where grades differ by audience a fact has several rows.
CREATE TABLE fact (
  id TEXT NOT NULL,
  audience INTEGER NOT NULL,
  used INTEGER NOT NULL CHECK (used IN (0, 1)),
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 2),
  due INTEGER NOT NULL CHECK (due IN (0, 1)),
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  checked TEXT NOT NULL,
  recheck TEXT NOT NULL,
  PRIMARY KEY (id, audience)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_source (
  fact TEXT NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (id),
  PRIMARY KEY (fact, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule (
  id TEXT NOT NULL,
  audience INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  fact TEXT NOT NULL,
  PRIMARY KEY (id, audience, valid_from)
) STRICT, WITHOUT ROWID;

-- A unit of translation: context and English text, each pair once (units.c sees to it: an index of long texts would only make the
-- file larger).
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  context TEXT NOT NULL,
  english TEXT NOT NULL
) STRICT;

CREATE TABLE shown (
  unit INTEGER NOT NULL REFERENCES unit (id),
  lang TEXT NOT NULL REFERENCES language (code),
  text TEXT NOT NULL,
  text_lang TEXT NOT NULL,
  PRIMARY KEY (unit, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
  id TEXT PRIMARY KEY,
  parent TEXT REFERENCES topic (id),
  position INTEGER NOT NULL,
  icon TEXT NOT NULL,
  accent TEXT NOT NULL,
  route TEXT NOT NULL,
  title INTEGER NOT NULL REFERENCES unit (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_by_parent ON topic (parent, position);

CREATE TABLE page (
  id TEXT PRIMARY KEY,
  topic TEXT NOT NULL REFERENCES topic (id),
  position INTEGER NOT NULL,
  number INTEGER NOT NULL UNIQUE,
  icon TEXT NOT NULL,
  audience INTEGER NOT NULL,
  hide INTEGER NOT NULL CHECK (hide IN (0, 1)),
  title INTEGER NOT NULL REFERENCES unit (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_by_topic ON page (topic, position);

-- A walk asks one question after the other; its nodes are numbered from 0, where it begins. An outcome's text stands in
-- `block` under WALK/OUTCOME. ahead: the most questions from here on, this one counted.
CREATE TABLE walk (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  icon TEXT NOT NULL,
  audience INTEGER NOT NULL,
  hide INTEGER NOT NULL CHECK (hide IN (0, 1)),
  title INTEGER NOT NULL REFERENCES unit (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX walk_by_position ON walk (position, id);

CREATE TABLE walk_topic (
  topic TEXT NOT NULL REFERENCES topic (id),
  walk TEXT NOT NULL REFERENCES walk (id),
  position INTEGER NOT NULL, -- 0: the topic above it
  PRIMARY KEY (topic, walk)
) STRICT, WITHOUT ROWID;

CREATE INDEX walk_topic_by_walk ON walk_topic (walk, position);

CREATE TABLE walk_node (
  walk TEXT NOT NULL REFERENCES walk (id),
  node INTEGER NOT NULL,
  id TEXT NOT NULL,
  outcome INTEGER NOT NULL CHECK (outcome IN (0, 1)),
  ahead INTEGER NOT NULL,
  audience INTEGER NOT NULL, -- whoever comes here
  words INTEGER NOT NULL REFERENCES unit (id),
  PRIMARY KEY (walk, node)
) STRICT, WITHOUT ROWID;

CREATE TABLE walk_answer (
  walk TEXT NOT NULL,
  node INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9),
  target INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  words INTEGER NOT NULL REFERENCES unit (id),
  PRIMARY KEY (walk, node, number),
  FOREIGN KEY (walk, node) REFERENCES walk_node (walk, node),
  FOREIGN KEY (walk, target) REFERENCES walk_node (walk, node)
) STRICT, WITHOUT ROWID;

CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  page TEXT NOT NULL, -- a page, or WALK/OUTCOME
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  step INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  body INTEGER NOT NULL REFERENCES unit (id),
  UNIQUE (page, position)
) STRICT;

CREATE TABLE block_fact (
  block INTEGER NOT NULL REFERENCES block (id),
  fact TEXT NOT NULL,
  PRIMARY KEY (block, fact)
) STRICT, WITHOUT ROWID;

-- A button under a block. label NULL: the title of the target.
CREATE TABLE block_link (
  block INTEGER NOT NULL REFERENCES block (id),
  position INTEGER NOT NULL,
  route TEXT NOT NULL,
  label INTEGER NOT NULL REFERENCES unit (id),
  PRIMARY KEY (block, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
  page TEXT NOT NULL REFERENCES page (id),
  lang TEXT NOT NULL REFERENCES language (code),
  reviewer TEXT NOT NULL,
  date TEXT NOT NULL,
  PRIMARY KEY (page, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  from_ministry INTEGER NOT NULL CHECK (from_ministry IN (0, 1)),
  audience INTEGER NOT NULL,
  icon TEXT NOT NULL,
  question INTEGER NOT NULL REFERENCES unit (id),
  answer INTEGER NOT NULL REFERENCES unit (id),
  paper INTEGER REFERENCES unit (id),
  mistake INTEGER REFERENCES unit (id)
) STRICT;

CREATE TABLE question_fact (
  question INTEGER NOT NULL REFERENCES question (number),
  fact TEXT NOT NULL,
  PRIMARY KEY (question, fact)
) STRICT, WITHOUT ROWID;

-- A paper of the checklist. stage: 0 on the road, 1 in Kazakhstan. purposes: bits of enum purpose.
CREATE TABLE document (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  stage INTEGER NOT NULL,
  icon TEXT NOT NULL,
  audience INTEGER NOT NULL,
  purposes INTEGER NOT NULL,
  children INTEGER NOT NULL CHECK (children IN (0, 1)),
  title INTEGER NOT NULL REFERENCES unit (id),
  why INTEGER NOT NULL REFERENCES unit (id),
  how INTEGER NOT NULL REFERENCES unit (id)
) STRICT;

-- label NULL: the route is a screen of the program, which names it.
CREATE TABLE document_link (
  document INTEGER NOT NULL REFERENCES document (position),
  position INTEGER NOT NULL,
  route TEXT NOT NULL,
  label INTEGER REFERENCES unit (id),
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_fact (
  document INTEGER NOT NULL REFERENCES document (position),
  fact TEXT NOT NULL,
  PRIMARY KEY (document, fact)
) STRICT, WITHOUT ROWID;

-- Answers to the officer that must not contradict each other.
CREATE TABLE agreement (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title INTEGER NOT NULL REFERENCES unit (id),
  why INTEGER NOT NULL REFERENCES unit (id)
) STRICT;

CREATE TABLE agreement_question (
  agreement INTEGER NOT NULL REFERENCES agreement (position),
  position INTEGER NOT NULL,
  question INTEGER NOT NULL REFERENCES question (number),
  PRIMARY KEY (agreement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_fact (
  agreement INTEGER NOT NULL REFERENCES agreement (position),
  fact TEXT NOT NULL,
  PRIMARY KEY (agreement, fact)
) STRICT, WITHOUT ROWID;

-- A city, or (without a city) a country as a whole. Degrees in thousandths, the clock in minutes ahead of UTC.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  city TEXT NOT NULL,
  country TEXT NOT NULL,
  name INTEGER REFERENCES unit (id),
  latitude INTEGER,
  longitude INTEGER,
  utc INTEGER NOT NULL,
  UNIQUE (country, city)
) STRICT;

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  kind INTEGER NOT NULL,
  serves INTEGER NOT NULL,
  country TEXT NOT NULL,
  position INTEGER NOT NULL,
  city INTEGER REFERENCES unit (id),
  name INTEGER NOT NULL REFERENCES unit (id),
  hours_note INTEGER REFERENCES unit (id),
  district INTEGER REFERENCES unit (id),
  note INTEGER REFERENCES unit (id),
  name_local TEXT NOT NULL,
  address TEXT NOT NULL,
  phones TEXT NOT NULL,
  messenger TEXT NOT NULL,
  email TEXT NOT NULL,
  web TEXT NOT NULL,
  cost TEXT NOT NULL,
  languages TEXT NOT NULL,
  as_of TEXT NOT NULL,
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 2),
  next TEXT NOT NULL,
  hours TEXT NOT NULL,
  place INTEGER REFERENCES place (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_source (
  contact TEXT NOT NULL REFERENCES contact (id),
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (id),
  PRIMARY KEY (contact, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmation (
  contact TEXT NOT NULL REFERENCES contact (id),
  date TEXT NOT NULL,
  by TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('answered', 'no-answer', 'wrong')),
  PRIMARY KEY (contact, date, by)
) STRICT, WITHOUT ROWID;

CREATE TABLE holiday (
  date TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source (id)
) STRICT, WITHOUT ROWID;

-- Days of which it is not settled whether they are days off.
CREATE TABLE doubtful_day (
  date TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  fact TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the card shows to another person. groups, first_group: enum phrase_group (content/record.h), as bits and as one.
CREATE TABLE phrase (
  id TEXT PRIMARY KEY,
  groups INTEGER NOT NULL,
  first_group INTEGER NOT NULL,
  position INTEGER NOT NULL,
  icon TEXT NOT NULL,
  audience INTEGER NOT NULL,
  fill TEXT NOT NULL CHECK (fill IN ('', 'address')), -- what the settings put into its blank
  phrase INTEGER NOT NULL REFERENCES unit (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX phrase_by_group ON phrase (first_group, position, id);

CREATE TABLE answer (
  id TEXT PRIMARY KEY,
  answer INTEGER NOT NULL REFERENCES unit (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE phrase_answer (
  phrase TEXT NOT NULL REFERENCES phrase (id),
  position INTEGER NOT NULL,
  answer TEXT NOT NULL REFERENCES answer (id),
  PRIMARY KEY (phrase, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE phrase_fact (
  phrase TEXT NOT NULL REFERENCES phrase (id),
  fact TEXT NOT NULL,
  PRIMARY KEY (phrase, fact)
) STRICT, WITHOUT ROWID;

-- Recordings of people, by the words that were read: digest of the language and the text as it is shown (content/recording.h).
CREATE TABLE sound (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  opus BLOB NOT NULL
) STRICT;

CREATE TABLE recording (
  lang TEXT NOT NULL REFERENCES language (code),
  digest TEXT NOT NULL,
  sound INTEGER NOT NULL REFERENCES sound (id),
  PRIMARY KEY (lang, digest)
) STRICT, WITHOUT ROWID;

-- Search: documents in the order in which they are worth finding, their lines, folded words and where they stand. A term
-- that ends in a star is a beginning of titles and keywords. Written by search_index.c, read by guide_search.c.
CREATE TABLE search_doc (
  id INTEGER PRIMARY KEY,
  route TEXT NOT NULL,
  title INTEGER NOT NULL REFERENCES unit (id),
  number INTEGER NOT NULL
) STRICT;

CREATE TABLE search_line (
  id INTEGER PRIMARY KEY,
  unit INTEGER NOT NULL REFERENCES unit (id)
) STRICT;

CREATE TABLE search_term (
  letters TEXT PRIMARY KEY,
  id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_sound (
  sound TEXT NOT NULL,
  term INTEGER NOT NULL,
  PRIMARY KEY (sound, term)
) STRICT, WITHOUT ROWID;

-- places: SEARCH_PLACE (content/search.h) of each place, ascending, each less the one before, as varints.
CREATE TABLE search_posting (
  term INTEGER PRIMARY KEY,
  places BLOB NOT NULL
) STRICT;

CREATE TABLE search_ignored (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
