//! Elements shared by several scenes: sky, sea, facades, trees, gulls, lamps, ships.

use crate::canvas::{Canvas, P};
use crate::palette::*;

/// A sky from the top of the canvas down to `bottom`, with grain drifting down from above.
pub fn sky(c: &mut Canvas, bottom: f64, stops: &[(f64, &str)]) {
    let fill = c.blend((0.0, 0.0), (0.0, bottom), stops);
    c.rect((0.0, 0.0), (c.w, bottom + 1.0), &fill);
    c.grain((0.0, 0.0), (c.w, bottom), 2600, &thin(NIGHT, 0.13), (0.0, -0.9));
}

/// A sun of flat discs, with broad rays behind it.
pub fn sun(c: &mut Canvas, (x, y): P, r: f64, rays: u32) {
    for i in 0..rays {
        let turn = std::f64::consts::TAU * (f64::from(i) + 0.25) / f64::from(rays);
        let half = std::f64::consts::TAU / f64::from(rays) / 4.0;
        let far = 2200.0;
        c.poly(
            &[
                (x, y),
                (x + far * (turn - half).cos(), y + far * (turn - half).sin()),
                (x + far * (turn + half).cos(), y + far * (turn + half).sin()),
            ],
            &thin(CREAM, 0.11),
        );
    }
    c.glow((x, y), r * 4.0, SUN, 0.7);
    c.circle((x, y), r * 1.35, &thin(SUN, 0.45));
    c.circle((x, y), r, CREAM);
}

/// A long flat cloud of stacked bars.
pub fn cloud(c: &mut Canvas, (x, y): P, w: f64, colour: &str) {
    let bar = w * 0.075;
    for (dx, dy, share) in [(0.18, -1.0, 0.4), (0.0, 0.0, 0.78), (0.22, 1.0, 0.78), (0.1, 2.0, 0.35)] {
        c.slab((x + w * dx, y + dy * bar * 0.86), (w * share, bar), bar / 2.0, colour);
    }
}

/// Open water from `top` to the bottom of the canvas, with waves that grow toward the viewer.
pub fn sea(c: &mut Canvas, top: f64, stops: &[(f64, &str)], crest: &str) {
    let (w, h) = (c.w, c.h);
    let fill = c.blend((0.0, top), (0.0, h), stops);
    c.rect((0.0, top), (w, h - top), &fill);
    let mut d = String::new();
    for _ in 0..170 {
        let depth = c.roll().powf(1.3);
        let y = top + 6.0 + depth * (h - top);
        let half = (14.0 + 90.0 * depth) * c.between(0.5, 1.2);
        let x = c.between(-40.0, w + 40.0);
        d += &lens(x, y, half, 1.0 + 5.0 * depth);
    }
    c.path(&d, crest);
}

/// A flat wave, pointed at both ends.
fn lens(x: f64, y: f64, half: f64, thick: f64) -> String {
    format!(
        "M{:.0} {y:.0}q{half:.0} {:.1} {:.0} 0q-{half:.0} {:.1} -{:.0} 0z",
        x - half,
        -thick * 2.0,
        half * 2.0,
        thick * 0.2,
        half * 2.0
    )
}

/// The light of a low sun or a lamp on water, from `top` down.
pub fn glitter(c: &mut Canvas, (x, top): P, bottom: f64, spread: P, colour: &str) {
    let mut d = String::new();
    for _ in 0..90 {
        let depth = c.roll();
        let reach = spread.0 + (spread.1 - spread.0) * depth;
        let at = x + (c.roll() + c.roll() - 1.0) * reach;
        d += &lens(at, top + depth * (bottom - top), reach * c.between(0.12, 0.5), 1.5 + 3.5 * depth);
    }
    c.path(&d, colour);
}

/// A gull on the wing.
pub fn gull(c: &mut Canvas, (x, y): P, s: f64, colour: &str) {
    c.path(
        &format!(
            "M{x} {y}q{:.1} {:.1} {:.1} {:.1}q{:.1} {:.1} {:.1} {:.1}q{:.1} {:.1} {:.1} {:.1}q{:.1} {:.1} {:.1} {:.1}z",
            s * 0.3,
            -s * 0.42,
            s,
            -s * 0.3,
            -s * 0.6,
            s * 0.05,
            -s,
            s * 0.52,
            -s * 0.4,
            -s * 0.5,
            -s,
            -s * 0.62,
            s * 0.7,
            -s * 0.02,
            s,
            s * 0.4
        ),
        colour,
    );
}

/// The look of a house front.
pub struct Front<'a> {
    pub wall: &'a str,
    pub pane: &'a str,
    pub columns: i32,
    pub rows: i32,
    /// Round heads on the topmost windows.
    pub arched: bool,
}

/// A house front with a plinth, string courses, a cornice and shadowed windows; light comes from the right.
pub fn facade(c: &mut Canvas, (x, y): P, (w, h): P, front: &Front) {
    let light = mix(front.wall, CREAM, 0.55);
    let shade = mix(front.wall, INDIGO, 0.34);
    let fill = c.blend((x, y), (x + w, y + h), &[(0.0, front.wall), (1.0, &mix(front.wall, BLUSH, 0.35))]);
    c.rect((x, y), (w, h), &fill);
    let (cell, floor) = (w / f64::from(front.columns), h * 0.92 / f64::from(front.rows));
    for row in 0..front.rows {
        let top = y + h * 0.06 + f64::from(row) * floor;
        for column in 0..front.columns {
            let left = x + f64::from(column) * cell + cell * 0.27;
            window(c, (left, top + floor * 0.2), (cell * 0.46, floor * 0.6), front, row == 0 && front.arched);
        }
        c.rect((x, top + floor * 0.95), (w, h * 0.012), &light);
        c.rect((x, top + floor * 0.95 + h * 0.012), (w, h * 0.008), &shade);
    }
    c.rect((x - w * 0.012, y - h * 0.02), (w * 1.024, h * 0.035), &light);
    c.rect((x, y + h * 0.015), (w, h * 0.018), &shade);
    c.rect((x, y + h * 0.955), (w, h * 0.045), &shade);
}

/// A window with surround, sill, glazing bars and the shadow of its reveal.
fn window(c: &mut Canvas, (x, y): P, (w, h): P, front: &Front, arched: bool) {
    let light = mix(front.wall, CREAM, 0.6);
    let shade = mix(front.pane, NIGHT, 0.45);
    let shape = |grow: f64| {
        let (l, t, r, b) = (x - grow, y - grow, x + w + grow, y + h);
        if arched {
            let k = (r - l) / 2.0;
            format!("M{l:.1} {b:.1}V{:.1}A{k:.1} {k:.1} 0 0 1 {r:.1} {:.1}V{b:.1}z", t + k, t + k)
        } else {
            format!("M{l:.1} {b:.1}V{t:.1}H{r:.1}V{b:.1}z")
        }
    };
    c.path(&shape(w * 0.16), &light);
    c.path(&shape(0.0), front.pane);
    c.rect(
        (x + w * 0.8, y + if arched { h * 0.2 } else { 0.0 }),
        (w * 0.2, h * if arched { 0.8 } else { 1.0 }),
        &shade,
    );
    c.rect((x + w * 0.46, y), (w * 0.08, h), &light);
    c.rect((x, y + h * 0.34), (w, h * 0.04), &light);
    c.rect((x - w * 0.26, y + h), (w * 1.52, h * 0.07), &light);
    c.rect((x - w * 0.2, y + h * 1.07), (w * 1.4, h * 0.06), &mix(front.wall, INDIGO, 0.3));
}

/// A round-headed tree of leaf masses, lit from the upper right.
pub fn tree(c: &mut Canvas, (x, foot): P, h: f64, dark: &str, light: &str) {
    let trunk = mix(BROWN, NIGHT, 0.25);
    c.path(
        &format!(
            "M{:.1} {foot:.1}Q{:.1} {:.1} {:.1} {:.1}L{:.1} {:.1}Q{:.1} {:.1} {:.1} {foot:.1}z",
            x - h * 0.035,
            x - h * 0.01,
            foot - h * 0.3,
            x - h * 0.06,
            foot - h * 0.62,
            x + h * 0.05,
            foot - h * 0.6,
            x + h * 0.012,
            foot - h * 0.25,
            x + h * 0.035
        ),
        &trunk,
    );
    let masses = [
        (-0.17, 0.55, 0.17),
        (0.16, 0.54, 0.16),
        (-0.02, 0.6, 0.22),
        (-0.12, 0.75, 0.17),
        (0.12, 0.76, 0.17),
        (0.0, 0.86, 0.14),
    ];
    for (step, colour) in [dark.to_owned(), mix(dark, light, 0.5), light.to_owned()].iter().enumerate() {
        let shift = step as f64;
        for (dx, up, r) in masses {
            let r = r * (1.0 - 0.27 * shift) * h;
            let at = (x + (dx + 0.03 * shift) * h, foot - (up + 0.035 * shift) * h);
            c.oval(at, (r, r * 0.86), colour);
        }
    }
    c.grain((x - h * 0.2, foot - h * 0.92), (h * 0.44, h * 0.42), 260, &thin(SUN, 0.5), (0.7, -0.7));
    c.grain((x - h * 0.24, foot - h * 0.8), (h * 0.44, h * 0.38), 260, &thin(NIGHT, 0.35), (-0.7, 0.7));
}

/// A slim dark poplar or cypress.
pub fn poplar(c: &mut Canvas, (x, foot): P, h: f64, colour: &str) {
    let w = h * 0.11;
    for (half, fill) in [(w, colour.to_owned()), (w * 0.45, mix(colour, LEAF, 0.35))] {
        let at = x + (w - half) * 0.7;
        c.path(
            &format!(
                "M{at:.1} {foot:.1}C{:.1} {:.1} {:.1} {:.1} {at:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {at:.1} {foot:.1}z",
                at - half * 1.7,
                foot - h * 0.2,
                at - half * 0.8,
                foot - h * 0.7,
                foot - h,
                at + half * 0.8,
                foot - h * 0.7,
                at + half * 1.7,
                foot - h * 0.2
            ),
            &fill,
        );
    }
}

/// A cast-iron street lamp.
pub fn lamp(c: &mut Canvas, (x, foot): P, h: f64, glass: &str) {
    let iron = mix(NIGHT, DEEP, 0.3);
    c.poly(
        &[
            (x - h * 0.03, foot),
            (x + h * 0.03, foot),
            (x + h * 0.012, foot - h * 0.82),
            (x - h * 0.012, foot - h * 0.82),
        ],
        &iron,
    );
    c.rect((x - h * 0.045, foot - h * 0.1), (h * 0.09, h * 0.1), &iron);
    c.rect((x - h * 0.06, foot - h * 0.78), (h * 0.12, h * 0.012), &iron);
    c.poly(
        &[
            (x - h * 0.03, foot - h * 0.82),
            (x + h * 0.03, foot - h * 0.82),
            (x + h * 0.055, foot - h * 0.95),
            (x - h * 0.055, foot - h * 0.95),
        ],
        glass,
    );
    c.poly(&[(x - h * 0.065, foot - h * 0.945), (x + h * 0.065, foot - h * 0.945), (x, foot - h)], &iron);
}

/// A cargo ship seen from the side, `length` long, bow to the right, afloat at `at`.
pub fn freighter(c: &mut Canvas, at: P, length: f64, hull: &str) {
    let k = length / 100.0;
    c.place(at, (k, k), 0.0);
    let side = c.blend((0.0, -10.0), (0.0, 0.0), &[(0.0, hull), (1.0, &mix(hull, NIGHT, 0.45))]);
    c.path("M-50 -9H38Q47 -10.5 51 -13Q47 -4 43 0H-46Q-49 -4 -50 -9z", &side);
    c.path("M-47.6 -2H44L43 0H-46z", BRICK);
    c.path("M-50 -9H38Q47 -10.5 51 -13L50.3 -11.8Q46 -9 38 -8H-49.7z", CREAM);
    for i in 0..5 {
        let x = -25.0 + 12.4 * f64::from(i);
        c.rect((x, -11.4), (10.0, 2.6), &mix(SAND, TERRA, 0.35));
        c.rect((x, -11.4), (4.0, 2.6), &mix(SAND, BRICK, 0.6));
        c.line((x - 1.2, -9.0), (x - 1.2, -20.0), 0.7, LIME);
        c.line((x - 1.2, -12.0), (x + 7.0, -18.5), 0.5, LIME);
    }
    c.rect((-46.0, -22.0), (14.0, 13.0), CREAM);
    c.rect((-46.0, -22.0), (5.0, 13.0), &mix(CREAM, INDIGO, 0.3));
    c.rect((-47.5, -24.0), (16.5, 2.2), LIME);
    for deck in 0..3 {
        c.rect((-40.0, -20.4 + 3.7 * f64::from(deck)), (7.2, 1.4), DEEP);
    }
    c.poly(&[(-45.0, -24.0), (-40.0, -24.0), (-40.4, -31.0), (-44.6, -31.0)], TERRA);
    c.rect((-44.7, -30.0), (4.2, 2.0), NIGHT);
    c.shut();
}
