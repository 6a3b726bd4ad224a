//! The palette of all pictures: a dozen inks and the tints mixed from them.

pub const NIGHT: &str = "#141b3c";
pub const INDIGO: &str = "#25305f";
pub const DEEP: &str = "#123f66";
pub const SEA: &str = "#22658f";
pub const TEAL: &str = "#4f97ab";
pub const MIST: &str = "#a9cdcb";
pub const FOAM: &str = "#e4ecdd";
pub const CREAM: &str = "#f6ead0";
pub const LIME: &str = "#ead6ab";
pub const SAND: &str = "#d5b27c";
pub const STONE: &str = "#a98d68";
pub const BROWN: &str = "#5b3a34";
pub const TERRA: &str = "#c9573a";
pub const BRICK: &str = "#923c31";
pub const BLUSH: &str = "#f0b391";
pub const YELLOW: &str = "#f3b845";
pub const SUN: &str = "#fbdc8c";
pub const LEAF: &str = "#7f9a52";
pub const ACACIA: &str = "#4c7550";
pub const FOREST: &str = "#234a45";

/// The red, green and blue parts of a `#rrggbb` colour; black for anything else.
fn parts(colour: &str) -> [f64; 3] {
    let part = |from: usize| {
        colour.get(from..from + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).map_or(0.0, f64::from)
    };
    [part(1), part(3), part(5)]
}

/// A colour `share` of the way from `a` to `b`.
pub fn mix(a: &str, b: &str, share: f64) -> String {
    let (a, b) = (parts(a), parts(b));
    let at = |i: usize| (a[i] + (b[i] - a[i]) * share).round() as u8;
    format!("#{:02x}{:02x}{:02x}", at(0), at(1), at(2))
}

/// The colour with opacity `share`, from 0 (transparent) to 1 (solid).
pub fn thin(colour: &str, share: f64) -> String {
    format!("{colour}{:02x}", (share * 255.0).round() as u8)
}
