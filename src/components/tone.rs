//! The colours behind pictures that have not loaded. A page may have no inline styles, so each is a class: `tone-211`.

/// The values of a colour channel in the palette.
const LEVELS: [u8; 4] = [0x20, 0x60, 0xa0, 0xe0];

/// The class for a colour such as `#8d7a5c`: that of the nearest colour of the palette. None if it is not a colour.
pub fn class_of(colour: &str) -> Option<String> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let mut class = String::from("tone-");
    for channel in digits.chars().step_by(2) {
        class.push(char::from_digit(channel.to_digit(16)? / 4, 10)?);
    }
    Some(class)
}

/// All classes with their colours, for the stylesheet.
pub fn palette() -> impl Iterator<Item = (String, String)> {
    let channels = || 0..LEVELS.len();
    let all = channels()
        .flat_map(move |red| channels().flat_map(move |green| channels().map(move |blue| [red, green, blue])));
    all.map(|[red, green, blue]| {
        let colour = format!("#{:02x}{:02x}{:02x}", LEVELS[red], LEVELS[green], LEVELS[blue]);
        (format!("tone-{red}{green}{blue}"), colour)
    })
}

#[cfg(test)]
mod tests {
    use super::{class_of, palette};

    #[test]
    fn every_colour_has_a_class_of_the_palette_that_looks_like_it() {
        let classes: Vec<(String, String)> = palette().collect();
        assert_eq!(classes.len(), 64);
        for colour in ["#000000", "#3f4080", "#8d7a5c", "#ffffff"] {
            let class = class_of(colour).unwrap();
            let (_, near) = classes.iter().find(|(name, _)| *name == class).unwrap();
            let channel = |colour: &str, at| i32::from_str_radix(&colour[at..at + 2], 16).unwrap();
            for at in [1, 3, 5] {
                assert!((channel(colour, at) - channel(near, at)).abs() <= 32, "{colour} is not {near}");
            }
        }
    }

    #[test]
    fn what_is_no_colour_has_no_class() {
        for text in ["", "#12345", "123456", "#12345g\"", "red", "#ії34"] {
            assert_eq!(class_of(text), None, "{text}");
        }
    }
}
