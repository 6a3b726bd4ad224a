//! People, small and faceless: walkers with long shadows, figures, heads in an audience.

use crate::canvas::{Canvas, P};
use crate::palette::*;

/// The kinds of walker.
#[derive(Clone, Copy)]
pub enum Walker {
    Coat,
    Dress,
    Child,
}

/// A walking figure of height `h` with a long shadow to the left.
pub fn person(c: &mut Canvas, at: P, h: f64, walker: Walker, colour: &str) {
    c.place(at, (h / 100.0, h / 100.0), 0.0);
    c.poly(&[(-6.0, 0.0), (8.0, 0.0), (-78.0, 17.0), (-108.0, 17.0)], &thin(NIGHT, 0.28));
    figure(c, walker, colour);
    c.shut();
}

/// The figure alone, a hundred units high, standing on the origin.
pub fn figure(c: &mut Canvas, walker: Walker, colour: &str) {
    let skin = mix(BLUSH, BROWN, 0.3);
    let dark = mix(colour, NIGHT, 0.45);
    match walker {
        Walker::Coat => {
            c.path("M-7 -42L-9 0h6L1 -36L7 0h6L8 -42z", NIGHT);
            c.path("M-11 -80Q0 -88 11 -80L14 -38Q1 -33 -13 -38z", colour);
            c.path("M-11 -80Q-6 -84 -2 -84L-3 -36Q-8 -36 -13 -38z", &dark);
            c.path("M10 -79Q17 -64 14 -46L10 -47Q11 -62 7 -74z", &dark);
            c.circle((0.5, -91.0), 6.4, &skin);
            c.path("M-10 -93Q0 -97 11 -93L7 -94Q7 -102 0 -102Q-7 -102 -7 -94z", &dark);
        }
        Walker::Dress => {
            c.path("M-4 -30L-6 0h4L0 -28L4 0h4L5 -30z", &skin);
            c.path("M-8 -79Q0 -85 8 -79L5 -58L16 -22Q0 -15 -15 -22L-5 -58z", colour);
            c.path("M-8 -79Q-4 -82 -1 -82L-1 -58L-6 -18Q-11 -19 -15 -22L-5 -58z", &dark);
            c.path("M7 -78Q15 -68 13 -50L10 -50Q10 -64 5 -72z", &skin);
            c.circle((0.5, -89.0), 6.0, &skin);
            c.path("M-7 -84Q-9 -97 1 -97Q9 -97 7 -90Q0 -94 -3 -84z", &mix(BROWN, NIGHT, 0.5));
        }
        Walker::Child => {
            c.path("M-6 -32L-8 0h6L0 -28L4 0h6L6 -32z", NIGHT);
            c.path("M-11 -70Q0 -78 11 -70L12 -30H-12z", colour);
            c.path("M-11 -70Q-6 -74 -2 -74L-3 -30H-12z", &dark);
            c.circle((0.0, -85.0), 10.5, &skin);
            c.path("M-11 -84Q-12 -98 0 -98Q12 -98 11 -84Q3 -91 -11 -84z", &mix(BROWN, NIGHT, 0.3));
        }
    }
}

/// A head and shoulders seen from behind, as in an audience.
pub fn bust(c: &mut Canvas, (x, y): P, s: f64, colour: &str) {
    c.path(
        &format!(
            "M{:.1} {y:.1}Q{:.1} {:.1} {:.1} {:.1}h{:.1}Q{:.1} {:.1} {:.1} {y:.1}z",
            x - s,
            x - s,
            y - s * 0.85,
            x - s * 0.3,
            y - s * 0.92,
            s * 0.6,
            x + s,
            y - s * 0.85,
            x + s
        ),
        colour,
    );
    c.oval((x, y - s * 1.3), (s * 0.4, s * 0.5), colour);
}
