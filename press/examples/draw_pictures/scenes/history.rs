//! Under and along the old city: the catacombs and the arcade.

use crate::canvas::{Camera, Canvas};
use crate::palette::*;
use crate::people::*;

/// A sawn limestone gallery and a figure walking ahead with a lantern.
pub fn catacombs(c: &mut Canvas) {
    c.wash(NIGHT);
    // Rings of rock from the mouth inward, each nearer to the light.
    let rings = 9;
    for i in 0..rings {
        let k = f64::from(i) / f64::from(rings - 1);
        let fill = mix(&mix(NIGHT, BROWN, 0.15), &mix(SAND, YELLOW, 0.55), k.powf(1.25));
        let (hw, hh) = (1050.0 - 830.0 * k.powf(0.75), 800.0 - 560.0 * k.powf(0.75));
        let (x, y) = (800.0 + 40.0 * k * (k * 7.0).sin(), 560.0);
        let mut points = Vec::new();
        for step in 0..22 {
            let turn = std::f64::consts::PI * f64::from(step) / 21.0;
            let rough = c.between(0.96, 1.05);
            let (sin, cos) = turn.sin_cos();
            points.push((x - hw * cos.signum() * cos.abs().powf(0.55) * rough, y - hh * sin.powf(0.6) * rough));
        }
        points.push((x + hw, y + hh * 0.62));
        points.push((x - hw, y + hh * 0.62));
        c.poly(&points, &fill);
        // Saw marks and block joints.
        if i < rings - 1 {
            let dark = thin(NIGHT, 0.3);
            for side in [-1.0, 1.0] {
                for row in 0..6 {
                    let v = y + hh * (0.5 - 0.2 * f64::from(row));
                    let inner = hw * 0.93;
                    c.line(
                        (x + side * inner, v),
                        (x + side * (inner - 90.0 + 8.0 * k), v + (560.0 - v) * 0.12),
                        3.0,
                        &dark,
                    );
                    c.line((x + side * (inner - 36.0), v), (x + side * (inner - 38.0), v - hh * 0.18), 2.5, &dark);
                }
            }
        }
    }
    let floor = c.blend(
        (0.0, 690.0),
        (0.0, 1000.0),
        &[(0.0, &mix(SAND, YELLOW, 0.4)), (0.35, &mix(STONE, BROWN, 0.5)), (1.0, NIGHT)],
    );
    c.path("M590 704H1010L1600 1000H0z", &floor);
    c.grain((0.0, 0.0), (800.0, 1000.0), 3000, &thin(NIGHT, 0.5), (-0.9, 0.0));
    c.grain((800.0, 0.0), (800.0, 1000.0), 3000, &thin(NIGHT, 0.5), (0.9, 0.0));
    // A side gallery with props of stacked stone.
    c.path("M1230 800V470Q1290 400 1390 440L1420 850z", &mix(NIGHT, BROWN, 0.12));
    c.path("M1230 800V470Q1250 440 1272 430L1278 812z", &mix(STONE, YELLOW, 0.25));
    for i in 0..7 {
        let y = 836.0 - 58.0 * f64::from(i);
        c.poly(
            &[(240.0, y), (372.0, y - 18.0), (372.0, y - 70.0), (240.0, y - 56.0)],
            &mix(&mix(STONE, BROWN, 0.5), NIGHT, 0.2 + 0.06 * f64::from(i % 3)),
        );
        c.poly(&[(372.0, y - 18.0), (404.0, y - 24.0), (404.0, y - 76.0), (372.0, y - 70.0)], &mix(SAND, YELLOW, 0.3));
    }
    c.glow((842.0, 600.0), 560.0, YELLOW, 0.75);
    c.glow((842.0, 600.0), 190.0, CREAM, 0.9);
    // The figure and its long shadow toward the viewer.
    c.poly(&[(752.0, 800.0), (806.0, 800.0), (760.0, 1000.0), (500.0, 1000.0)], &thin(NIGHT, 0.6));
    c.place((780.0, 806.0), (3.0, 3.0), 0.0);
    c.path("M-7 -42L-11 0h7L1 -34L6 0h7L9 -42z", NIGHT);
    c.path("M-12 -80Q0 -89 12 -80L15 -36Q1 -31 -14 -36z", &mix(NIGHT, BROWN, 0.35));
    c.path("M12 -80L15 -36L8 -34L6 -82z", YELLOW);
    c.path("M9 -78L24 -64L22 -60L7 -70z", &mix(NIGHT, BROWN, 0.35));
    c.circle((0.0, -91.0), 6.8, &mix(BROWN, NIGHT, 0.4));
    c.path("M-8 -93Q-8 -101 0 -101Q8 -101 8 -93z", NIGHT);
    c.path("M3 -96Q9 -92 5 -85Q8 -90 3 -96z", SUN);
    c.shut();
    c.stroke("M848 614Q848 590 858 590Q868 590 868 614", 3.0, NIGHT);
    c.slab((842.0, 614.0), (32.0, 44.0), 6.0, CREAM);
    c.rect((839.0, 610.0), (38.0, 8.0), NIGHT);
    c.rect((839.0, 654.0), (38.0, 9.0), NIGHT);
    c.glow((858.0, 636.0), 70.0, "#ffffff", 0.9);
    for (x, y, r) in [(180.0, 930.0, 52.0), (300.0, 960.0, 34.0), (1320.0, 920.0, 60.0), (1460.0, 960.0, 40.0)] {
        c.path(
            &format!(
                "M{:.0} {:.0}l{:.0} {:.0}l{:.0} {:.0}l{:.0} {:.0}z",
                x - r,
                y + r * 0.4,
                r * 0.5,
                -r,
                r,
                r * 0.1,
                r * 0.5,
                r * 0.9
            ),
            &mix(NIGHT, BROWN, 0.5),
        );
        let side = if x < 800.0 { 1.0 } else { -1.0 };
        c.poly(
            &[
                (x + side * r * 0.1, y - r * 0.55),
                (x + side * r * 0.5, y - r * 0.5),
                (x + side * r, y + r * 0.4),
                (x + side * r * 0.3, y + r * 0.4),
            ],
            &mix(STONE, YELLOW, 0.2),
        );
    }
}

/// The glazed passage, straight down its middle.
pub fn arcade(c: &mut Canvas) {
    let eye = Camera { middle: (800.0, 660.0), focal: 900.0, eye: [0.0, 1.9, 0.0], turn: 0.0 };
    let glass = c.blend((0.0, 0.0), (0.0, 660.0), &[(0.0, TEAL), (0.6, MIST), (1.0, CREAM)]);
    c.wash(&glass);
    let (half, wall, far) = (5.2, 11.5, 46.0);
    // The end wall with its lit arch.
    c.face(&eye, &[[-half, 0.0, far], [half, 0.0, far], [half, wall, far], [-half, wall, far]], &mix(LIME, BLUSH, 0.5));
    c.glow((800.0, 600.0), 190.0, CREAM, 0.9);
    c.path("M762 698V610a38 38 0 0 1 76 0V698z", CREAM);
    // The vault: panes between iron ribs.
    for i in (0..14).rev() {
        let z = 5.0 + 3.1 * f64::from(i);
        let rib = |z: f64, grow: f64| {
            let mut d = String::new();
            for step in 0..=20 {
                let (sin, cos) = (std::f64::consts::PI * f64::from(step) / 20.0).sin_cos();
                let (x, y) = eye.see([-(half + grow) * cos, wall + (4.2 + grow) * sin, z]);
                d += &format!("{}{x:.1} {y:.1}", if step == 0 { 'M' } else { 'L' });
            }
            d
        };
        c.stroke(&rib(z, 0.0), 110.0 / z + 1.5, &mix(DEEP, TEAL, (z / 60.0).min(0.8)));
    }
    for step in 0..=10 {
        let (sin, cos) = (std::f64::consts::PI * f64::from(step) / 10.0).sin_cos();
        let at = |z: f64| eye.see([-half * cos, wall + 4.2 * sin, z]);
        c.line(at(4.6), at(far), 3.0, &thin(DEEP, 0.75));
    }
    for side in [-1.0, 1.0] {
        let lit = if side < 0.0 { 0.05 } else { 0.36 };
        for bay in (0..8).rev() {
            let (a, b) = (4.0 + 5.2 * f64::from(bay), 9.2 + 5.2 * f64::from(bay));
            passage_bay(c, &eye, side * half, (a, b), wall, lit);
        }
    }
    // The chequered floor.
    for i in (0..26).rev() {
        let z = 3.6 + 1.63 * f64::from(i);
        for k in 0..8 {
            let x = -half + 1.3 * f64::from(k);
            let light = (i + k) % 2 == 0;
            let base = if light { CREAM } else { TERRA };
            let fill = mix(base, INDIGO, if k > 4 { 0.32 } else { 0.06 });
            c.face(&eye, &[[x, 0.0, z], [x + 1.3, 0.0, z], [x + 1.3, 0.0, z + 1.63], [x, 0.0, z + 1.63]], &fill);
        }
    }
    c.face(&eye, &[[-3.4, 0.0, 4.0], [0.8, 0.0, 4.0], [0.8, 0.0, 46.0], [-3.4, 0.0, 46.0]], &thin(SUN, 0.28));
    for (x, z, walker, colour) in [
        (-0.6, 34.0, Walker::Coat, INDIGO),
        (1.4, 28.0, Walker::Dress, BRICK),
        (-2.2, 22.0, Walker::Coat, FOREST),
        (2.0, 16.0, Walker::Coat, DEEP),
        (-1.0, 13.0, Walker::Dress, TERRA),
        (-0.2, 12.8, Walker::Child, YELLOW),
        (1.5, 8.6, Walker::Dress, INDIGO),
    ] {
        let tall = if matches!(walker, Walker::Child) { 1.15 } else { 1.8 };
        person(c, eye.see([x, 0.0, z]), tall * eye.focal / z, walker, colour);
    }
    c.poly(&[(180.0, 0.0), (620.0, 0.0), (900.0, 1000.0), (100.0, 1000.0)], &thin(CREAM, 0.1));
    c.grain((1000.0, 0.0), (600.0, 1000.0), 2200, &thin(NIGHT, 0.42), (0.9, 0.2));
}

/// One bay of the passage wall: a shop window below, an arched window and figures above.
fn passage_bay(c: &mut Canvas, eye: &Camera, x: f64, (a, b): (f64, f64), wall: f64, shade: f64) {
    let tint = |colour: &str| mix(colour, INDIGO, shade);
    let flat =
        |low: f64, high: f64, near: f64, far: f64| [[x, low, near], [x, high, near], [x, high, far], [x, low, far]];
    let span = b - a;
    let at = |k: f64| a + span * k;
    c.face(eye, &flat(0.0, wall, a, b), &tint(&mix(LIME, BLUSH, 0.4)));
    c.face(eye, &flat(0.0, 3.7, at(0.16), at(0.94)), &tint(BROWN));
    c.face(eye, &flat(0.6, 3.4, at(0.2), at(0.9)), &mix(YELLOW, BROWN, 0.1 + shade * 0.5));
    c.face(eye, &flat(0.6, 1.5, at(0.24), at(0.5)), &tint(TERRA));
    c.face(eye, &flat(0.6, 1.9, at(0.58), at(0.84)), &tint(DEEP));
    c.face(eye, &flat(3.8, 4.4, at(0.14), at(0.96)), &tint(FOREST));
    for (low, high, left, right) in
        [(5.2, 8.0, 0.24, 0.5), (5.2, 8.0, 0.6, 0.86), (9.0, 10.5, 0.24, 0.5), (9.0, 10.5, 0.6, 0.86)]
    {
        c.face(eye, &flat(low - 0.2, high + 0.35, at(left - 0.05), at(right + 0.05)), &tint(CREAM));
        c.face(eye, &flat(low, high, at(left), at(right)), &mix(DEEP, NIGHT, 0.3));
        c.face(eye, &flat(low, high, at(left), at(left + 0.08)), &tint(MIST));
    }
    for (low, high, colour) in
        [(4.5, 4.8, CREAM), (8.4, 8.7, CREAM), (wall - 0.7, wall, CREAM), (wall - 0.95, wall - 0.7, BROWN)]
    {
        c.face(eye, &flat(low, high, a, b), &tint(colour));
    }
    // A projecting pilaster with a figure on its bracket.
    let out = x - x.signum() * 0.45;
    c.face(eye, &[[x, 0.0, a], [out, 0.0, a], [out, wall, a], [x, wall, a]], &tint(&mix(STONE, INDIGO, 0.25)));
    c.face(eye, &[[out, 0.0, a], [out, wall, a], [out, wall, at(0.12)], [out, 0.0, at(0.12)]], &tint(CREAM));
    let (px, py) = eye.see([out, 4.8, at(0.06)]);
    let k = 2.5 * eye.focal / at(0.06) / 100.0;
    c.place((px, py), (k, k), 0.0);
    c.path("M-11 0Q-16 -40 -10 -74Q-6 -80 -3 -81Q-8 -97 0 -98Q8 -97 3 -81Q6 -80 10 -74Q16 -40 11 0z", &tint(SAND));
    c.path("M-11 0Q-16 -40 -10 -74Q-6 -80 -3 -81Q-8 -97 0 -98Q-3 -60 2 0z", &tint(STONE));
    c.shut();
}
