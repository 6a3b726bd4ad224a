//! The addresses of films and posts that shortcodes and includes of other programs show.

use super::arguments::Arguments;

/// The address that a code called `name` shows; none if it is none of the well-known ones.
pub fn address(name: &str, arguments: &Arguments) -> Option<String> {
    let name = name.to_lowercase();
    let name = name.trim_end_matches(".html").rsplit('/').next().unwrap_or_default();
    let name: String = name.chars().filter(|letter| letter.is_ascii_alphanumeric()).collect();
    let kind = match name.as_str() {
        "video" | "embed" | "oembed" | "videoplayer" => arguments.named(&["provider", "type"]).unwrap_or("video"),
        "youtubeplayer" | "youtubeembed" | "yt" | "youtubelazy" | "ytvideo" | "youtubelite" | "liteyoutube" => {
            "youtube"
        }
        "tweet" | "twitter" | "x" | "twittersimple" | "xsimple" | "tweetembed" => "x",
        "vimeosimple" | "vimeoplayer" => "vimeo",
        "instagramsimple" => "instagram",
        "github_gist" | "githubgist" => "gist",
        other => other,
    };
    let value = arguments.named_or_first(&["id", "url", "src", "href", "video", "link", "code", "videoid"])?.trim();
    let is_address = value.starts_with("https://") || value.starts_with("http://");
    let known = KNOWN.contains(&kind);
    if is_address {
        return known.then(|| String::from(value));
    }
    let id = value.split(['?', '&']).next().unwrap_or_default();
    let is_id = |id: &str| {
        !id.is_empty() && id.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-./@".contains(letter))
    };
    if !known || !is_id(id) {
        return None;
    }
    let second = arguments.at(1).filter(|second| is_id(second));
    let user = arguments.named(&["user", "username"]).filter(|user| is_id(user));
    Some(match kind {
        "youtube" => format!("https://www.youtube.com/watch?v={id}"),
        "vimeo" => format!("https://vimeo.com/{id}"),
        "x" => format!("https://x.com/{}/status/{id}", user.map_or("i", |user| user.trim_start_matches('@'))),
        "instagram" => format!("https://www.instagram.com/p/{id}/"),
        "gist" => match (user, second) {
            (Some(user), _) => format!("https://gist.github.com/{user}/{id}"),
            // Hugo writes the user first.
            (None, Some(second)) if !second.contains('.') => format!("https://gist.github.com/{id}/{second}"),
            _ => format!("https://gist.github.com/{id}"),
        },
        "asciinema" => format!("https://asciinema.org/a/{id}"),
        "streamable" => format!("https://streamable.com/{id}"),
        "dailymotion" => format!("https://www.dailymotion.com/video/{id}"),
        "bilibili" => format!("https://www.bilibili.com/video/{id}"),
        "codepen" => format!("https://codepen.io/{}/pen/{id}", user.unwrap_or("pen")),
        "spotify" => format!("https://open.spotify.com/{id}"),
        "speakerdeck" => format!("https://speakerdeck.com/{id}"),
        _ => return None,
    })
}

/// The kinds of players; most are only known by a full address.
const KNOWN: [&str; 30] = [
    "youtube",
    "vimeo",
    "x",
    "instagram",
    "gist",
    "asciinema",
    "streamable",
    "dailymotion",
    "bilibili",
    "codepen",
    "spotify",
    "speakerdeck",
    "video",
    "audio",
    "soundcloud",
    "mastodon",
    "toot",
    "bluesky",
    "threads",
    "tiktok",
    "facebook",
    "twitch",
    "ted",
    "peertube",
    "iframe",
    "jsfiddle",
    "slideshare",
    "reddit",
    "bandcamp",
    "pdf",
];

#[cfg(test)]
mod tests {
    use super::address;
    use crate::commands::import::markdown_site::arguments::Arguments;

    #[test]
    fn films_and_posts_are_known_by_their_addresses() {
        for (name, arguments, expected) in [
            ("youtube", "abc-1_x", "https://www.youtube.com/watch?v=abc-1_x"),
            ("youtube", "id=\"abc\" autoplay=true", "https://www.youtube.com/watch?v=abc"),
            ("youtubePlayer.html", "id=abc", "https://www.youtube.com/watch?v=abc"),
            ("video", "id=\"abc\" provider=\"vimeo\"", "https://vimeo.com/abc"),
            ("tweet", "user=\"quay\" id=\"12\"", "https://x.com/quay/status/12"),
            ("x", "12", "https://x.com/i/status/12"),
            ("tweet", "https://x.com/quay/status/12", "https://x.com/quay/status/12"),
            ("instagram", "Bxy", "https://www.instagram.com/p/Bxy/"),
            ("gist", "quay 12ab", "https://gist.github.com/quay/12ab"),
            ("gist", "quay/12ab", "https://gist.github.com/quay/12ab"),
            ("gist", "12ab file.rs", "https://gist.github.com/12ab"),
        ] {
            assert_eq!(address(name, &Arguments::of(arguments)).as_deref(), Some(expected), "{name} {arguments}");
        }
        for (name, arguments) in
            [("youtube", ""), ("youtube", "\"<b>\""), ("box", "https://x.example"), ("figure", "a")]
        {
            assert_eq!(address(name, &Arguments::of(arguments)), None, "{name} {arguments}");
        }
    }
}
