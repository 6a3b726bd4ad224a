//! The press: turns the content of a newspaper into its documents and pages.
//!
//! # Layout
//!
//! The way of a story, from the file to the page:
//!
//! - [`inventory`][]: what lies in the content folder, and whether it has changed, by `file_stamp`s; `content_folder`, `source`,
//!   `story_file`: the files of the content and where they are
//! - [`site_file`][]: `site.toml`
//! - `manuscript`, `front_matter`: a Markdown file taken apart, and what its front matter says
//! - `alias`: where a story stood before
//! - `story`, `author`, `about_page`: the files as they were read; `page_links`: links still to be checked
//! - [`views`][]: how often they were read, to and from the service that counts
//! - `value`, `fields`, [`lined`], `spelling`: keys of TOML and YAML, with their lines
//! - `markdown`: the text itself; [`pictures`]: what it shows, in all sizes and formats
//! - [`edition`][]: all stories in their order, and the document of every page
//!
//! From the edition to the site:
//!
//! - [`pipeline`][]: an edition from its sources, a line per step
//! - [`shell`][]: Trunk's built page and the files that come with it; `program`, `imports` and `script` make
//!   the app's smaller; [`stylesheet`]: `style/` as few texts
//! - [`presswork`][]: documents become files; [`prerender`][]: pages by the app's own components; [`meta`]: their heads
//! - [`feeds`][], [`sitemap`][], [`imprint`][]: what other programs read
//! - `redirects`: what stands where stories stood before
//! - [`morgue`][]: what was read for an edition before; [`fingerprint`][]: what it was made of; `cache_file`: files for the next edition
//! - [`search`][]: an index of the stories, and the worker that reads it
//! - [`output`][]: the folder of the site; `lock`: one press at a time; [`compression`]: packed copies of what is cached for long;
//!   [`hand_over`][]: what Trunk gets of it
//!
//! Beside the site: [`import`][]: stories of WordPress and Ghost become ours.
//!
//! Before it: [`draft`][], the file of a new story, with [`slug`][], an address made of words; [`proof`][], what to mend in
//! the content, by the [`rule`][]s of the newspaper.
//!
//! For programs of others: [`schemas`][], what the JSON of all these looks like.
//!
//! What all of them use:
//!
//! - [`failure`][]: why an edition could not be made
//! - [`environment`][]: environment variables, read in one way
//! - `read_context`: the newspaper around the text that is being read
//! - [`clock`], [`bad_time`], [`calendar`]: the one clock, and dates in the site's time zone
//! - `language`, `typography`, `printable`: what the press says and sets itself, by language, and what it leaves out
//! - [`mistakes`], [`mistake`], [`message`], `notes`: what an editor has to put right; [`digest`][]: the same in short
//! - [`content_hash`], [`asset`]: names that change with the content; `tool_versions`: with the
//!   encoders; `once`: what is made when it is needed; `progress`: how far a long step is

pub mod commands;
pub mod content;
pub mod diagnostics;
pub mod edition;
pub mod locale;
pub mod markdown;
pub mod output;
pub mod pictures;
pub mod site;
pub mod store;
pub mod stories;
