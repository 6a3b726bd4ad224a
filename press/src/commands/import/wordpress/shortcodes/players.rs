//! Films, sounds, maps and posts of other sites: the addresses that shortcodes name.

use super::code::Code;

/// Attributes that contain an address or an id, the most specific first.
const SOURCES: [&str; 26] = [
    "src",
    "url",
    "mp4",
    "m4v",
    "webm",
    "ogv",
    "mp3",
    "m4a",
    "ogg",
    "wav",
    "flv",
    "href",
    "link",
    "video_url",
    "youtube_url",
    "vimeo_url",
    "embed",
    "video",
    "audio",
    "file",
    "embed_url",
    "id",
    "video_id",
    "v",
    "poll",
    "playlist_yt",
];

/// Names, what makes the address of an id, and whether an id consists of digits.
const SITES: [(&str, &str, bool); 12] = [
    ("youtube", "https://www.youtube.com/watch?v=", false),
    ("vimeo", "https://vimeo.com/", true),
    ("dailymotion", "https://www.dailymotion.com/video/", false),
    ("wpvideo", "https://videopress.com/v/", false),
    ("videopress", "https://videopress.com/v/", false),
    ("tweet", "https://x.com/i/status/", true),
    ("twitter", "https://x.com/i/status/", true),
    ("gist", "https://gist.github.com/", false),
    ("scribd", "https://www.scribd.com/document/", true),
    ("archiveorg", "https://archive.org/details/", false),
    ("polldaddy", "https://poll.fm/", true),
    ("crowdsignal", "https://poll.fm/", true),
];

/// Other parts of names that mean something from another page.
const OTHERS: [&str; 30] = [
    "video",
    "audio",
    "embed",
    "iframe",
    "player",
    "soundcloud",
    "spotify",
    "mixcloud",
    "instagram",
    "facebook",
    "tiktok",
    "telegram",
    "googlemaps",
    "google_map",
    "gmap",
    "googleapps",
    "slideshare",
    "flickr",
    "giphy",
    "issuu",
    "kickstarter",
    "bandcamp",
    "ted",
    "codepen",
    "twitch",
    "podcast",
    "pinterest",
    "reddit",
    "tumblr",
    "mastodon",
];

/// Whether a shortcode of this name shows something of another page.
pub fn is_player(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_part = |part: &str| match part.len() {
        // "ted" and "gist" are parts of too many words.
        0..5 => name == part,
        _ => name.contains(part),
    };
    SITES.iter().any(|(part, ..)| is_part(part)) || OTHERS.iter().any(|part| is_part(part))
}

/// The address that a player shows; `inner` is what it encloses.
pub fn address(code: &Code<'_>, inner: Option<&str>) -> Option<String> {
    let inner = inner.map(str::trim).filter(|inner| !inner.is_empty() && !inner.contains(['<', '[', ' ', '\n']));
    let written = [code.bare(), inner].into_iter().flatten().chain(SOURCES.iter().filter_map(|key| code.first(&[key])));
    let written: Vec<&str> = written.collect();
    if let Some(full) = written.iter().find(|written| is_address(written)) {
        return Some(String::from(*full));
    }
    if let Some(rest) = written.iter().find_map(|written| written.strip_prefix("spotify:")) {
        return Some(format!("https://open.spotify.com/{}", rest.replace(':', "/")));
    }
    let name = code.name.to_ascii_lowercase();
    let is_site = |site: &str| name == site || name.strip_suffix(site).is_some_and(|start| start.ends_with('_'));
    let (_, start, is_number) = SITES.iter().find(|(site, ..)| is_site(site))?;
    let is_id = |written: &&&str| {
        let fits = |letter: char| {
            letter.is_ascii_digit() || !is_number && (letter.is_ascii_alphanumeric() || "_-/".contains(letter))
        };
        written.len() > 3 && written.chars().all(fits)
    };
    let ids = [code.bare(), inner, code.first(&["id", "video_id", "v", "poll", "survey", "video"])];
    ids.iter().flatten().find(|id| is_id(id)).map(|id| [start, *id].concat())
}

/// Whether a text is a full address, or a path of the old site.
pub fn is_address(text: &str) -> bool {
    let starts = ["https://", "http://", "//", "/"];
    starts.iter().any(|start| text.strip_prefix(start).is_some_and(|rest| rest.len() > 2))
}
