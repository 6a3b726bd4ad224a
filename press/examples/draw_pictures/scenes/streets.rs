//! Streets and stalls: the pedestrian street and the market.

use crate::brushes::*;
use crate::canvas::{Camera, Canvas};
use crate::palette::*;
use crate::people::*;

/// One side of a street in perspective: houses with windows, from `from` to `to` metres ahead.
pub fn terrace(c: &mut Canvas, eye: &Camera, x: f64, (from, to): (f64, f64), walls: &[&str], shade: f64) {
    let mut z = to;
    let mut i = 0;
    while z > from {
        let depth = [9.0, 12.0, 8.0, 11.0][i % 4];
        let tall = [12.5, 15.0, 11.5, 14.0][(i * 3 + 1) % 4];
        let wall = mix(walls[i % walls.len()], INDIGO, shade);
        let (a, b) = ((z - depth).max(from), z);
        let flat =
            |low: f64, high: f64, near: f64, far: f64| [[x, low, near], [x, high, near], [x, high, far], [x, low, far]];
        c.face(eye, &flat(0.0, tall, a, b), &wall);
        let windows = ((b - a) / 2.6).floor().max(1.0) as i32;
        let cell = (b - a) / f64::from(windows);
        let floors = (tall / 3.9).floor() as i32;
        for floor in 0..floors {
            let low = 0.5 + 3.9 * f64::from(floor);
            for column in 0..windows {
                let near = a + cell * (f64::from(column) + 0.28);
                let far = near + cell * 0.46;
                let (sill, head) = if floor == 0 { (0.0, 2.9) } else { (low + 0.8, low + 3.0) };
                c.face(eye, &flat(sill - 0.1, head + 0.25, near - 0.25, far + 0.25), &mix(&wall, CREAM, 0.5));
                let pane = if floor == 0 && column % 2 == 0 {
                    mix(SUN, BROWN, 0.1 + shade * 0.3)
                } else {
                    mix(DEEP, NIGHT, 0.4)
                };
                c.face(eye, &flat(sill, head, near, far), &pane);
                if floor == 1 && column % 2 == 1 {
                    let out = if x < 0.0 { 0.9 } else { -0.9 };
                    c.face(
                        eye,
                        &[
                            [x, low + 0.6, near - 0.5],
                            [x + out, low + 0.6, near - 0.5],
                            [x + out, low + 0.6, far + 0.5],
                            [x, low + 0.6, far + 0.5],
                        ],
                        &mix(&wall, NIGHT, 0.5),
                    );
                    c.face(
                        eye,
                        &[
                            [x + out, low + 0.6, near - 0.5],
                            [x + out, low + 1.6, near - 0.5],
                            [x + out, low + 1.6, far + 0.5],
                            [x + out, low + 0.6, far + 0.5],
                        ],
                        &thin(NIGHT, 0.65),
                    );
                }
            }
            c.face(eye, &flat(low + 3.55, low + 3.8, a, b), &mix(&wall, CREAM, 0.45));
        }
        c.face(eye, &flat(tall - 0.7, tall, a, b), &mix(&wall, CREAM, 0.65));
        c.face(eye, &flat(tall - 0.95, tall - 0.7, a, b), &mix(&wall, NIGHT, 0.4));
        z -= depth;
        i += 1;
    }
}

/// The pedestrian street: acacias, awnings, lamps and an afternoon crowd.
pub fn street(c: &mut Canvas) {
    let eye = Camera { middle: (800.0, 640.0), focal: 1100.0, eye: [0.0, 2.4, 0.0], turn: 0.0 };
    sky(c, 660.0, &[(0.0, TEAL), (0.6, SUN), (1.0, CREAM)]);
    sun(c, (860.0, 470.0), 62.0, 24);
    cloud(c, (420.0, 170.0), 260.0, &thin(CREAM, 0.7));
    cloud(c, (900.0, 260.0), 260.0, &thin(CREAM, 0.7));
    let ground = c.blend((0.0, 640.0), (0.0, 1000.0), &[(0.0, SUN), (0.3, SAND), (1.0, &mix(STONE, TERRA, 0.25))]);
    c.rect((0.0, 640.0), (1600.0, 360.0), &ground);
    for i in 0..24 {
        let z = 6.5 * 1.14_f64.powi(i);
        let (_, y) = eye.see([0.0, 0.0, z]);
        c.line((0.0, y), (1600.0, y), 2.0, &thin(BROWN, 0.22));
    }
    for i in -7..=7 {
        let k = f64::from(i);
        let (a, b) = (eye.see([k, 0.0, 6.0]), eye.see([k, 0.0, 120.0]));
        c.line(a, b, 2.0, &thin(BROWN, 0.2));
    }
    terrace(c, &eye, -9.0, (7.0, 110.0), &[BLUSH, SAND, TERRA, LIME], 0.34);
    terrace(c, &eye, 9.0, (7.0, 110.0), &[LIME, BLUSH, SAND, CREAM], 0.06);
    // The houses on the right cast a shadow over half the paving.
    c.face(&eye, &[[9.0, 0.0, 5.0], [2.0, 0.0, 5.0], [2.0, 0.0, 120.0], [9.0, 0.0, 120.0]], &thin(NIGHT, 0.26));
    for i in (0..9).rev() {
        let z = 15.0 * 1.28_f64.powi(i);
        for side in [-1.0, 1.0] {
            let (x, y) = eye.see([side * 5.6, 0.0, z]);
            let h = 7.6 * eye.focal / z;
            c.oval((x - h * 0.28, y + 2.0), (h * 0.3, h * 0.035), &thin(NIGHT, 0.35));
            tree(c, (x, y), h, FOREST, if side < 0.0 { LEAF } else { ACACIA });
            let (lx, ly) = eye.see([side * 3.9, 0.0, z * 1.1]);
            lamp(c, (lx, ly), 3.9 * eye.focal / (z * 1.1), CREAM);
        }
    }
    for (side, z, colour) in [(-1.0, 9.6, TERRA), (1.0, 9.0, YELLOW)] {
        cafe(c, &eye, side, z, colour);
    }
    for (x, z, walker, colour) in [
        (-1.2, 46.0, Walker::Coat, INDIGO),
        (0.6, 40.0, Walker::Dress, TERRA),
        (2.4, 33.0, Walker::Coat, BRICK),
        (-2.6, 30.0, Walker::Dress, DEEP),
        (-1.8, 21.0, Walker::Coat, FOREST),
        (-0.9, 20.6, Walker::Dress, YELLOW),
        (1.9, 17.0, Walker::Dress, INDIGO),
        (0.3, 12.5, Walker::Coat, TERRA),
        (-1.9, 10.4, Walker::Dress, DEEP),
        (-1.2, 10.2, Walker::Child, YELLOW),
    ] {
        let tall = if matches!(walker, Walker::Child) { 1.15 } else { 1.8 };
        person(c, eye.see([x, 0.0, z]), tall * eye.focal / z, walker, colour);
    }
    c.grain((0.0, 0.0), (520.0, 1000.0), 2200, &thin(NIGHT, 0.42), (-0.9, 0.2));
}

/// A striped awning on poles with a table beneath it.
fn cafe(c: &mut Canvas, eye: &Camera, side: f64, z: f64, colour: &str) {
    let (near, far) = (z - 1.6, z + 3.0);
    for i in 0..8 {
        let (a, b) = (near + (far - near) * f64::from(i) / 8.0, near + (far - near) * f64::from(i + 1) / 8.0);
        let fill = if i % 2 == 0 { colour } else { CREAM };
        c.face(eye, &[[side * 9.0, 4.0, a], [side * 9.0, 4.0, b], [side * 6.2, 3.0, b], [side * 6.2, 3.0, a]], fill);
        c.face(
            eye,
            &[[side * 6.2, 3.0, a], [side * 6.2, 3.0, b], [side * 6.2, 2.6, b], [side * 6.2, 2.6, a]],
            &mix(fill, NIGHT, 0.25),
        );
    }
    for z in [near, far] {
        let (a, b) = (eye.see([side * 6.25, 2.7, z]), eye.see([side * 6.25, 0.0, z]));
        c.line(a, b, 6.0, NIGHT);
    }
    let (x, y) = eye.see([side * 7.0, 0.75, z]);
    c.line((x, y), (x, y + 82.0), 6.0, NIGHT);
    c.oval((x, y), (62.0, 13.0), CREAM);
    c.oval((x - 18.0, y - 10.0), (9.0, 12.0), TERRA);
    bust(c, (x + side * 70.0, y + 26.0), 44.0, INDIGO);
}

/// The market: striped awnings, heaps of fruit, the iron hall behind.
pub fn market(c: &mut Canvas) {
    sky(c, 600.0, &[(0.0, TEAL), (1.0, SUN)]);
    sun(c, (1240.0, 150.0), 66.0, 20);
    // The hall.
    let hall = c.blend((300.0, 0.0), (1300.0, 0.0), &[(0.0, &mix(SAND, INDIGO, 0.3)), (1.0, LIME)]);
    c.path("M290 620V330Q800 -20 1310 330V620z", &hall);
    c.path("M270 342Q800 -50 1330 342V316Q800 -84 270 316z", TERRA);
    for (r, fill) in [(330.0, CREAM), (308.0, &mix(DEEP, NIGHT, 0.2) as &str)] {
        c.path(&format!("M{:.0} 620V470a{r} {r} 0 0 1 {:.0} 0V620z", 800.0 - r, r * 2.0), fill);
    }
    for i in 0..9 {
        let turn = std::f64::consts::PI * f64::from(i) / 8.0;
        c.line((800.0, 470.0), (800.0 - 308.0 * turn.cos(), 470.0 - 308.0 * turn.sin()), 8.0, LIME);
    }
    for r in [110.0, 210.0] {
        c.stroke(&format!("M{:.0} 470a{r} {r} 0 0 1 {:.0} 0", 800.0 - r, r * 2.0), 7.0, LIME);
    }
    c.rect((480.0, 462.0), (640.0, 16.0), LIME);
    for i in 0..7 {
        c.rect((520.0 + 88.0 * f64::from(i), 478.0), (12.0, 150.0), &mix(LIME, NIGHT, 0.4));
    }
    c.grain((380.0, 330.0), (260.0, 280.0), 700, &thin(NIGHT, 0.4), (-0.8, 0.2));
    let ground = c.blend((0.0, 600.0), (0.0, 1000.0), &[(0.0, SAND), (1.0, STONE)]);
    c.rect((0.0, 612.0), (1600.0, 388.0), &ground);
    for (x, y, h, walker, colour) in [
        (620.0, 690.0, 150.0, Walker::Coat, INDIGO),
        (980.0, 680.0, 140.0, Walker::Dress, BRICK),
        (760.0, 660.0, 116.0, Walker::Dress, DEEP),
        (880.0, 655.0, 110.0, Walker::Coat, FOREST),
    ] {
        person(c, (x, y), h, walker, colour);
    }
    person(c, (800.0, 800.0), 250.0, Walker::Dress, YELLOW);
    c.path("M834 690q-6 40 2 50h44q10 -10 2 -50z", BROWN);
    c.path("M838 690q18 -34 40 0z", LEAF);
    stall(c, -60.0, TERRA, &[TERRA, YELLOW, LEAF, BRICK]);
    stall(c, 1010.0, SEA, &[YELLOW, "#5a3b66", TERRA, LEAF]);
    // Crates and watermelons in front.
    for (x, y, r) in [(560.0, 920.0, 62.0), (672.0, 930.0, 58.0), (616.0, 846.0, 54.0), (760.0, 950.0, 52.0)] {
        c.oval((x - r * 0.8, y + r * 0.85), (r * 1.5, r * 0.22), &thin(NIGHT, 0.35));
        c.circle((x, y), r, FOREST);
        for k in [-0.55, -0.1, 0.38] {
            c.stroke(
                &format!("M{x:.0} {:.0}Q{:.0} {y:.0} {x:.0} {:.0}", y - r, x + r * 1.7 * k, y + r),
                r * 0.13,
                LEAF,
            );
        }
        c.path(
            &format!(
                "M{:.0} {:.0}q{:.0} {:.0} {:.0} {:.0}q{:.0} {:.0} {:.0} {:.0}z",
                x + r * 0.2,
                y - r * 0.8,
                r * 0.5,
                r * 0.1,
                r * 0.6,
                r * 0.7,
                -r * 0.2,
                -r * 0.5,
                -r * 0.6,
                -r * 0.7
            ),
            &thin(CREAM, 0.5),
        );
    }
    c.path("M850 930a76 76 0 0 0 152 0z", FOREST);
    c.path("M858 930a68 68 0 0 0 136 0z", CREAM);
    c.path("M866 930a60 60 0 0 0 120 0z", TERRA);
    for x in [890.0, 916.0, 942.0, 964.0] {
        c.oval((x, 946.0 - (x - 926.0_f64).abs() * 0.1), (3.0, 6.0), NIGHT);
    }
}

/// A stall under a striped awning, 650 units wide.
fn stall(c: &mut Canvas, x: f64, cloth: &str, goods: &[&str]) {
    c.rect((x + 20.0, 380.0), (620.0, 340.0), &thin(NIGHT, 0.55));
    for side in [30.0, 614.0] {
        c.rect((x + side, 330.0), (14.0, 640.0), BROWN);
    }
    // The stallholder and the scales.
    c.place((x + 340.0, 800.0), (3.3, 3.3), 0.0);
    figure(c, Walker::Coat, if cloth == SEA { TERRA } else { DEEP });
    c.path("M-9 -70Q0 -66 9 -70L12 -40Q0 -35 -11 -40z", CREAM);
    c.shut();
    let hook = x + 500.0;
    c.stroke(&format!("M{hook} 420V480M{:.0} 552L{hook} 480L{:.0} 552", hook - 52.0, hook + 52.0), 4.0, LIME);
    c.circle((hook, 480.0), 25.0, CREAM);
    c.line((hook, 480.0), (hook + 12.0, 466.0), 4.0, TERRA);
    c.path(&format!("M{:.0} 552h112q-10 34 -56 34t-56 -34z", hook - 56.0), YELLOW);
    for i in 0..13 {
        let a = x + 50.0 * f64::from(i);
        let fill = if i % 2 == 0 { cloth } else { CREAM };
        let top = |k: f64| x + 60.0 + k * 530.0 / 650.0;
        let (l, r) = (top(a - x), top(a - x + 50.0));
        c.poly(&[(l, 292.0), (r, 292.0), (a + 50.0, 400.0), (a, 400.0)], fill);
        c.path(&format!("M{a:.0} 400h50v22a25 25 0 0 1 -50 0z"), &mix(fill, NIGHT, 0.25));
    }
    c.grain((x, 292.0), (650.0, 130.0), 500, &thin(NIGHT, 0.35), (-0.5, 0.7));
    for (row, y) in [690.0, 780.0].into_iter().enumerate() {
        for (i, colour) in goods.iter().enumerate() {
            let left = x + 10.0 + 160.0 * i as f64;
            let colour = if row == 0 { goods[(i + 2) % goods.len()] } else { colour };
            c.path(&format!("M{left:.0} {y:.0}q78 -110 156 0z"), &mix(colour, NIGHT, 0.35));
            for layer in 0..4 {
                for k in 0..(7 - layer) {
                    let at = (
                        left + 18.0 + 10.0 * f64::from(layer) + 20.0 * f64::from(k),
                        y - 6.0 - 17.0 * f64::from(layer),
                    );
                    c.circle(at, 12.5, &mix(colour, NIGHT, 0.18));
                    c.circle((at.0 + 2.0, at.1 - 2.0), 9.5, colour);
                    c.circle((at.0 + 4.5, at.1 - 5.0), 3.0, &thin(CREAM, 0.8));
                }
            }
        }
        c.rect((x, y), (650.0, 90.0), &mix(STONE, BROWN, 0.4));
        c.rect((x, y), (650.0, 12.0), SAND);
    }
    c.rect((x, 866.0), (650.0, 134.0), &mix(BROWN, NIGHT, 0.2));
    for i in 0..7 {
        c.rect((x + 14.0 + 92.0 * f64::from(i), 884.0), (78.0, 104.0), &mix(BROWN, STONE, 0.35));
    }
}
