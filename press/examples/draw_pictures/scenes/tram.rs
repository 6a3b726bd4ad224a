//! The electric tram in its street.

use super::streets::terrace;
use crate::brushes::*;
use crate::canvas::{Camera, Canvas};
use crate::palette::*;
use crate::people::*;

/// An early electric tram comes round the corner under its wire.
pub fn tram(c: &mut Canvas) {
    let eye = Camera { middle: (700.0, 610.0), focal: 1050.0, eye: [0.0, 2.3, 0.0], turn: 0.0 };
    sky(c, 640.0, &[(0.0, TEAL), (0.6, SUN), (1.0, BLUSH)]);
    sun(c, (700.0, 470.0), 66.0, 24);
    cloud(c, (480.0, 180.0), 280.0, &thin(CREAM, 0.7));
    let ground = c.blend((0.0, 610.0), (0.0, 1000.0), &[(0.0, SUN), (0.4, SAND), (1.0, &mix(STONE, BROWN, 0.4))]);
    c.rect((0.0, 610.0), (1600.0, 390.0), &ground);
    terrace(c, &eye, -8.5, (7.5, 120.0), &[SAND, BLUSH, LIME, TERRA], 0.3);
    terrace(c, &eye, 9.5, (7.5, 120.0), &[LIME, SAND, BLUSH, CREAM], 0.04);
    // Setts.
    for row in 0..26 {
        let z = 5.6 * 1.09_f64.powi(row);
        for k in -9..=9 {
            let x = f64::from(k) * 0.9 + 0.45 * f64::from(row % 2);
            let (px, py) = eye.see([x, 0.0, z]);
            let w = 0.34 * eye.focal / z;
            c.slab((px - w, py), (w * 2.0, w * 0.16), 2.0, &thin(BROWN, 0.16));
        }
    }
    for x in [-2.9, -1.4, 1.1, 2.6] {
        c.face(
            &eye,
            &[[x, 0.0, 5.0], [x + 0.16, 0.0, 5.0], [x + 0.16, 0.0, 120.0], [x, 0.0, 120.0]],
            &mix(NIGHT, BROWN, 0.3),
        );
        c.face(
            &eye,
            &[[x + 0.03, 0.0, 5.0], [x + 0.09, 0.0, 5.0], [x + 0.09, 0.0, 120.0], [x + 0.03, 0.0, 120.0]],
            MIST,
        );
    }
    for z in [60.0, 38.0, 24.0, 15.5] {
        for side in [-1.0, 1.0] {
            let at = eye.see([side * 6.4, 0.0, z]);
            tree(c, at, 6.4 * eye.focal / z, FOREST, LEAF);
        }
        let (a, b) = (eye.see([-8.4, 6.6, z]), eye.see([9.4, 6.6, z]));
        c.stroke(
            &format!(
                "M{:.0} {:.0}Q{:.0} {:.0} {:.0} {:.0}",
                a.0,
                a.1,
                (a.0 + b.0) / 2.0,
                a.1 + 60.0 / z * 8.0,
                b.0,
                b.1
            ),
            2.0,
            NIGHT,
        );
    }
    for x in [-2.1, 1.9] {
        c.line(eye.see([x, 6.4, 3.0]), eye.see([x, 6.3, 120.0]), 2.5, NIGHT);
    }
    // A horse tram in the distance, on the other track.
    let (hx, hy) = eye.see([-2.1, 0.0, 34.0]);
    c.place((hx, hy), (0.62, 0.62), 0.0);
    c.slab((-34.0, -116.0), (68.0, 100.0), 4.0, &mix(DEEP, NIGHT, 0.2));
    c.rect((-40.0, -124.0), (80.0, 10.0), CREAM);
    c.rect((-26.0, -102.0), (52.0, 38.0), SUN);
    c.path("M-18 0L-14 -54Q-14 -78 -4 -82L-10 -96L0 -90L10 -96L6 -80Q16 -74 14 -54L18 0h-8L4 -40H-6L-10 0z", BROWN);
    c.shut();
    tram_car(c, &eye);
    for (x, z, walker, colour) in [
        (-4.6, 22.0, Walker::Coat, INDIGO),
        (-4.9, 11.0, Walker::Dress, BRICK),
        (-5.6, 11.2, Walker::Coat, FOREST),
        (-3.6, 9.0, Walker::Child, TERRA),
    ] {
        let tall = if matches!(walker, Walker::Child) { 1.15 } else { 1.8 };
        person(c, eye.see([x, 0.0, z]), tall * eye.focal / z, walker, colour);
    }
    c.grain((0.0, 0.0), (500.0, 1000.0), 2000, &thin(NIGHT, 0.42), (-0.9, 0.2));
}

/// The electric tram itself, a box in perspective with rounded trim.
fn tram_car(c: &mut Canvas, eye: &Camera) {
    let (l, r, near, far) = (0.75, 3.2, 7.6, 17.5);
    c.face(eye, &[[-3.0, 0.0, 8.4], [l, 0.0, near], [l, 0.0, far], [-2.4, 0.0, far]], &thin(NIGHT, 0.4));
    let side = |low: f64, high: f64, a: f64, b: f64| [[l, low, a], [l, high, a], [l, high, b], [l, low, b]];
    let nose = |low: f64, high: f64, a: f64, b: f64| [[a, low, near], [a, high, near], [b, high, near], [b, low, near]];
    c.face(eye, &side(0.25, 0.8, near + 0.4, far), NIGHT);
    c.face(eye, &side(0.7, 1.75, near, far), BRICK);
    c.face(eye, &side(1.75, 3.3, near, far), &mix(CREAM, INDIGO, 0.3));
    for i in 0..7 {
        let a = near + 0.35 + 1.38 * f64::from(i);
        c.face(eye, &side(1.95, 3.0, a, a + 1.1), &mix(DEEP, NIGHT, 0.2));
        c.face(eye, &side(2.4, 3.0, a, a + 0.3), TEAL);
    }
    c.face(eye, &side(1.72, 1.82, near, far), YELLOW);
    c.face(eye, &side(0.95, 1.05, near, far), YELLOW);
    c.face(eye, &nose(0.3, 0.7, l + 0.25, r - 0.25), NIGHT);
    c.face(eye, &nose(0.7, 1.75, l, r), TERRA);
    c.face(eye, &nose(1.75, 3.3, l, r), CREAM);
    for (a, b) in [(0.95, 1.6), (1.7, 2.3), (2.4, 3.05)] {
        c.face(eye, &nose(1.9, 3.05, a, b), DEEP);
        c.face(eye, &nose(2.5, 3.05, a, a + 0.25), TEAL);
    }
    c.face(eye, &nose(1.71, 1.83, l, r), YELLOW);
    c.face(eye, &nose(0.82, 0.9, l, r), YELLOW);
    // The roof with its raised clerestory.
    c.face(
        eye,
        &[
            [l - 0.15, 3.3, near - 0.2],
            [r + 0.15, 3.3, near - 0.2],
            [r - 0.1, 3.62, near - 0.1],
            [l + 0.1, 3.62, near - 0.1],
        ],
        LIME,
    );
    c.face(
        eye,
        &[[l - 0.15, 3.3, near - 0.2], [l + 0.1, 3.62, near - 0.1], [l + 0.1, 3.62, far], [l - 0.15, 3.3, far]],
        &mix(STONE, INDIGO, 0.4),
    );
    c.face(
        eye,
        &[[1.3, 3.62, near + 0.2], [2.65, 3.62, near + 0.2], [2.55, 3.9, near + 0.2], [1.4, 3.9, near + 0.2]],
        SAND,
    );
    c.face(
        eye,
        &[[1.3, 3.62, near + 0.2], [1.4, 3.9, near + 0.2], [1.4, 3.9, far - 1.0], [1.3, 3.62, far - 1.0]],
        &mix(BROWN, INDIGO, 0.3),
    );
    c.line(eye.see([1.95, 3.9, 11.0]), eye.see([1.9, 6.38, 12.6]), 5.0, NIGHT);
    // Lamp, bumper, driver.
    let lamp = eye.see([1.98, 1.3, near]);
    c.circle(lamp, 32.0, NIGHT);
    c.circle(lamp, 25.0, SUN);
    c.glow(lamp, 96.0, SUN, 0.8);
    let seat = eye.see([2.0, 1.9, near]);
    c.place(seat, (1.0, 1.0), 0.0);
    c.path("M-34 0Q-34 -44 -14 -52H14Q34 -44 34 0z", NIGHT);
    c.oval((0.0, -68.0), (17.0, 20.0), &mix(BLUSH, BROWN, 0.3));
    c.path("M-20 -76Q-20 -98 0 -98Q20 -98 20 -76z", NIGHT);
    c.shut();
    c.face(eye, &nose(0.45, 0.62, l + 0.1, r - 0.1), STONE);
    let step = eye.see([l, 0.5, near + 0.9]);
    c.line(step, (step.0, step.1 - 170.0), 5.0, YELLOW);
}
