//! The great stairs, and the funicular next to them.

use crate::brushes::*;
use crate::canvas::{Camera, Canvas};
use crate::palette::*;
use crate::people::*;

const STEPS: i32 = 192;

/// Distance, height and half width (metres) of the edge of a step; twenty steps to a flight, then a landing.
fn edge(step: i32) -> (f64, f64, f64) {
    let climb = f64::from(step) / f64::from(STEPS);
    let landings = f64::from(step / 20);
    let ahead = 49.0 + 100.0 * climb + 42.0 * landings / 9.6;
    (ahead, 32.0 * climb, 10.85 - 4.6 * climb)
}

/// The stairs from the foot: 192 steps narrow toward the Duke and the crescent palaces.
pub fn stairs(c: &mut Canvas) {
    let eye = Camera { middle: (800.0, 960.0), focal: 3393.0, eye: [0.0, 2.6, 0.0], turn: 0.0 };
    sky(c, 900.0, &[(0.0, SEA), (0.4, TEAL), (0.75, SUN), (1.0, BLUSH)]);
    sun(c, (1090.0, 250.0), 84.0, 26);
    for (x, y, w) in [(60.0, 190.0, 420.0), (1200.0, 360.0, 320.0), (330.0, 90.0, 240.0)] {
        cloud(c, (x, y), w, &thin(CREAM, 0.7));
    }
    // The palaces on the boulevard.
    for (x, wall) in [(290.0, mix(SAND, INDIGO, 0.28)), (960.0, mix(LIME, BLUSH, 0.3))] {
        facade(c, (x, 300.0), (350.0, 200.0), &Front { wall: &wall, pane: DEEP, columns: 9, rows: 3, arched: true });
    }
    let crown = |c: &mut Canvas, x: f64, y: f64, r: f64| {
        c.oval((x, y), (r, r * 0.86), FOREST);
        c.oval((x + r * 0.16, y - r * 0.16), (r * 0.74, r * 0.62), ACACIA);
        c.oval((x + r * 0.3, y - r * 0.32), (r * 0.42, r * 0.34), LEAF);
    };
    // Green slopes on both sides, larger trees toward the viewer.
    for side in [-1.0, 1.0] {
        let slope = if side < 0.0 { mix(FOREST, NIGHT, 0.3) } else { ACACIA.to_owned() };
        c.poly(
            &[
                (800.0 + side * 60.0, 420.0),
                (800.0 + side * 800.0, 470.0),
                (800.0 + side * 800.0, 1200.0),
                (800.0 + side * 500.0, 1200.0),
            ],
            &slope,
        );
        for row in 0..9 {
            let k = f64::from(row) / 8.0;
            for i in 0..7 {
                let (ahead, up, half) = edge(STEPS - row * 23);
                let out = half + 2.5 + f64::from(i) * (4.6 - 2.2 * k);
                let (x, y) = eye.see([side * out, up + 0.6, ahead]);
                if (-160.0..1760.0).contains(&x) {
                    let r = (34.0 + 74.0 * k) * c.between(0.8, 1.15);
                    crown(c, x + side * r * 0.55, y - r * 0.4, r);
                }
            }
        }
    }
    c.grain((0.0, 440.0), (700.0, 760.0), 1600, &thin(NIGHT, 0.5), (-0.7, 0.5));
    c.grain((950.0, 440.0), (650.0, 700.0), 900, &thin(SUN, 0.6), (0.8, -0.6));
    // The flight itself.
    let far = edge(STEPS);
    let near = edge(0);
    let outline = [[-near.2, 0.0, near.0], [near.2, 0.0, near.0], [far.2, far.1, far.0], [-far.2, far.1, far.0]];
    let stone = c.blend((500.0, 420.0), (1000.0, 1150.0), &[(0.0, LIME), (0.5, CREAM), (1.0, SAND)]);
    c.face(&eye, &outline, &stone);
    for step in 0..STEPS {
        let (ahead, up, half) = edge(step);
        let (left, y) = eye.see([-half, up, ahead]);
        let (right, _) = eye.see([half, up, ahead]);
        let rise = eye.see([0.0, up + 32.0 / 192.0, ahead]).1;
        let landing = step % 20 == 0;
        let shade = if landing { thin(BROWN, 0.75) } else { thin(BROWN, 0.34) };
        c.rect(
            (left, y - (y - rise) * if landing { 1.0 } else { 0.42 }),
            (right - left, (y - rise) * if landing { 1.0 } else { 0.42 }),
            &shade,
        );
    }
    c.inside(&eye.trace(&outline));
    c.poly(&[(880.0, 380.0), (1500.0, 380.0), (1650.0, 1200.0), (1180.0, 1200.0)], &thin(INDIGO, 0.36));
    c.shut();
    // Parapets.
    for side in [-1.0, 1.0] {
        let (a, b) = (edge(0), edge(STEPS));
        let top = [
            [side * a.2, 1.4, a.0],
            [side * (a.2 + 1.5), 1.4, a.0],
            [side * (b.2 + 1.2), b.1 + 1.4, b.0],
            [side * b.2, b.1 + 1.4, b.0],
        ];
        let inner =
            [[side * a.2, 0.0, a.0], [side * a.2, 1.4, a.0], [side * b.2, b.1 + 1.4, b.0], [side * b.2, b.1, b.0]];
        c.face(&eye, &inner, &mix(STONE, INDIGO, if side > 0.0 { 0.55 } else { 0.1 }));
        c.face(&eye, &top, if side > 0.0 { LIME } else { CREAM });
        let end = [
            [side * (a.2 - 0.2), -0.6, a.0 - 0.5],
            [side * (a.2 + 2.2), -0.6, a.0 - 0.5],
            [side * (a.2 + 2.2), 2.2, a.0 - 0.5],
            [side * (a.2 - 0.2), 2.2, a.0 - 0.5],
        ];
        c.face(&eye, &end, if side > 0.0 { SAND } else { LIME });
        let cap = [
            [side * (a.2 - 0.4), 2.2, a.0 - 0.5],
            [side * (a.2 + 2.4), 2.2, a.0 - 0.5],
            [side * (a.2 + 2.4), 2.6, a.0 - 0.5],
            [side * (a.2 - 0.4), 2.6, a.0 - 0.5],
        ];
        c.face(&eye, &cap, CREAM);
    }
    let ground = c.blend((0.0, 1130.0), (0.0, 1200.0), &[(0.0, SAND), (1.0, STONE)]);
    let foot = eye.see([0.0, 0.0, near.0]).1;
    c.rect((0.0, foot), (1600.0, 1200.0 - foot), &ground);
    duke(c);
    for (step, across, walker, colour) in [
        (176, -2.0, Walker::Coat, INDIGO),
        (168, 2.4, Walker::Dress, TERRA),
        (150, -4.4, Walker::Dress, DEEP),
        (128, 1.0, Walker::Coat, BRICK),
        (126, 2.8, Walker::Dress, YELLOW),
        (96, -5.2, Walker::Coat, FOREST),
        (70, 3.6, Walker::Coat, TERRA),
        (66, -1.8, Walker::Dress, INDIGO),
        (36, -6.0, Walker::Dress, TERRA),
        (34, -4.2, Walker::Child, YELLOW),
        (14, 4.4, Walker::Coat, DEEP),
    ] {
        let (ahead, up, _) = edge(step);
        let at = eye.see([across, up, ahead]);
        let tall = if matches!(walker, Walker::Child) { 1.5 } else { 2.2 };
        person(c, at, tall * eye.focal / ahead, walker, colour);
    }
    person(c, (470.0, 1178.0), 190.0, Walker::Coat, NIGHT);
    for (x, y, s) in [(420.0, 260.0, 30.0), (500.0, 210.0, 22.0), (1180.0, 110.0, 26.0)] {
        gull(c, (x, y), s, NIGHT);
    }
}

/// The figure on the pedestal at the head of the stairs, small and dark against the sky.
fn duke(c: &mut Canvas) {
    c.rect((684.0, 409.0), (232.0, 24.0), SAND);
    c.rect((684.0, 409.0), (232.0, 5.0), CREAM);
    c.rect((748.0, 396.0), (104.0, 14.0), STONE);
    c.rect((756.0, 382.0), (88.0, 16.0), LIME);
    let stone = c.blend((766.0, 0.0), (834.0, 0.0), &[(0.0, BRICK), (0.5, &mix(TERRA, STONE, 0.5)), (1.0, BLUSH)]);
    c.rect((766.0, 300.0), (68.0, 84.0), &stone);
    c.rect((760.0, 292.0), (80.0, 11.0), BLUSH);
    let bronze = mix(FOREST, NIGHT, 0.5);
    c.path("M784 292Q778 230 788 190Q796 178 808 184Q820 190 820 220L822 292z", &bronze);
    c.path("M814 192L858 204L872 202L858 212L814 208zM788 192Q774 210 776 236L790 232z", &bronze);
    c.circle((801.0, 168.0), 12.5, &bronze);
    c.stroke("M812 196Q820 240 817 288", 4.0, LEAF);
}

/// The car on its slope, between the stairs and the acacias, with the port below.
pub fn funicular(c: &mut Canvas) {
    sky(c, 700.0, &[(0.0, TEAL), (0.6, MIST), (1.0, SUN)]);
    sun(c, (420.0, 250.0), 78.0, 22);
    cloud(c, (560.0, 130.0), 330.0, &thin(CREAM, 0.7));
    cloud(c, (60.0, 370.0), 260.0, &thin(CREAM, 0.6));
    sea(c, 600.0, &[(0.0, TEAL), (0.6, SEA), (1.0, DEEP)], &thin(MIST, 0.4));
    glitter(c, (400.0, 606.0), 900.0, (60.0, 170.0), &thin(SUN, 0.8));
    c.poly(&[(0.0, 640.0), (270.0, 628.0), (290.0, 640.0), (0.0, 660.0)], LIME);
    freighter(c, (190.0, 690.0), 250.0, BRICK);
    for (x, h) in [(70.0, 150.0), (190.0, 140.0)] {
        super::harbour::crane(c, (x, 770.0), h);
    }
    c.rect((0.0, 764.0), (420.0, 30.0), STONE);
    // The stairs behind, seen from the side: flights and landings.
    c.path("M160 900L1500 160H1600V1000H160z", FOREST);
    let mut outline = String::from("M200 1000");
    let (mut x, mut y) = (200.0, 850.0);
    for flight in 0..9 {
        for _ in 0..12 {
            outline += &format!("L{x:.0} {y:.0}h8v-5.4");
            x += 8.0;
            y -= 5.4;
        }
        outline += &format!("h{}", 34);
        x += 34.0;
        c.rect((x - 40.0, y - 20.0), (12.0, 26.0), if flight % 2 == 0 { CREAM } else { LIME });
    }
    c.path(&format!("{outline}L1600 {y:.0}V1000z"), LIME);
    c.path("M200 862L1480 174L1600 240V1000H200z", &thin(STONE, 0.55));
    for (x, y, h, walker, colour) in [
        (470.0, 720.0, 62.0, Walker::Coat, INDIGO),
        (760.0, 568.0, 58.0, Walker::Dress, TERRA),
        (1010.0, 440.0, 54.0, Walker::Coat, BRICK),
    ] {
        c.place((x, y), (h / 100.0, h / 100.0), 0.0);
        figure(c, walker, colour);
        c.shut();
    }
    facade(
        c,
        (1210.0, 70.0),
        (420.0, 190.0),
        &Front { wall: &mix(LIME, BLUSH, 0.4), pane: DEEP, columns: 9, rows: 2, arched: true },
    );
    for (x, y, r) in [
        (1150.0, 280.0, 60.0),
        (1240.0, 300.0, 74.0),
        (1360.0, 320.0, 86.0),
        (1490.0, 330.0, 96.0),
        (1590.0, 360.0, 96.0),
        (1040.0, 400.0, 50.0),
    ] {
        c.circle((x, y), r, FOREST);
        c.circle((x - r * 0.2, y - r * 0.24), r * 0.7, ACACIA);
        c.circle((x - r * 0.34, y - r * 0.4), r * 0.36, LEAF);
    }
    // Gardens on both sides of the track.
    let garden = c.blend((0.0, 500.0), (0.0, 1000.0), &[(0.0, LEAF), (0.6, ACACIA), (1.0, FOREST)]);
    c.path("M200 1000L1600 410V1000z", &garden);
    for i in 0..26 {
        let x = 250.0 + 54.0 * f64::from(i);
        let y = 930.0 - 0.42 * (x - 200.0);
        let r = c.between(22.0, 46.0);
        c.circle((x, y), r, FOREST);
        c.circle((x - r * 0.24, y - r * 0.26), r * 0.62, ACACIA);
        c.circle((x - r * 0.36, y - r * 0.4), r * 0.28, LEAF);
    }
    for i in 0..5 {
        let shift = 70.0 + 62.0 * f64::from(i);
        c.stroke(
            &format!("M{:.0} 1000Q1100 {:.0} 1600 {:.0}", 420.0 + 150.0 * f64::from(i), 690.0 + shift, 500.0 + shift),
            7.0,
            &thin(FOREST, 0.45),
        );
    }
    // The track.
    let bed = c.blend((0.0, 1000.0), (1600.0, 300.0), &[(0.0, &mix(BROWN, NIGHT, 0.4)), (1.0, STONE)]);
    c.poly(&[(0.0, 1000.0), (0.0, 1000.0), (1600.0, 330.0), (1600.0, 480.0), (360.0, 1000.0)], &bed);
    for i in 0..46 {
        let k = f64::from(i) / 45.0;
        let (x, y) = (60.0 + 1540.0 * k, 990.0 - 640.0 * k);
        c.poly(&[(x, y), (x + 24.0, y - 9.0), (x + 100.0, y + 76.0), (x + 70.0, y + 88.0)], &mix(BROWN, NIGHT, 0.6));
    }
    for (dx, dy) in [(24.0, 14.0), (84.0, 74.0)] {
        c.line((40.0 + dx, 1002.0 + dy), (1620.0 + dx, 346.0 + dy), 9.0, NIGHT);
        c.line((40.0 + dx, 998.0 + dy), (1620.0 + dx, 342.0 + dy), 4.0, MIST);
    }
    c.line((90.0, 1030.0), (1660.0, 382.0), 4.0, NIGHT);
    car(c);
    for (x, y, h) in [(80.0, 1010.0, 330.0), (1530.0, 1050.0, 560.0), (1320.0, 1060.0, 420.0)] {
        tree(c, (x, y), h, FOREST, LEAF);
    }
    c.grain((0.0, 780.0), (1600.0, 220.0), 1200, &thin(NIGHT, 0.45), (0.3, 0.8));
}

/// The funicular car: three stepped compartments on one sloping frame.
fn car(c: &mut Canvas) {
    c.poly(&[(560.0, 840.0), (1180.0, 580.0), (1240.0, 650.0), (600.0, 920.0)], &thin(NIGHT, 0.45));
    c.poly(&[(590.0, 838.0), (1176.0, 594.0), (1176.0, 628.0), (590.0, 872.0)], NIGHT);
    for i in 0..4 {
        let (x, y) = (640.0 + 160.0 * f64::from(i), 852.0 - 66.5 * f64::from(i));
        c.circle((x, y), 27.0, NIGHT);
        c.circle((x, y), 13.0, STONE);
    }
    for i in 0..3 {
        let (x, y) = (596.0 + 190.0 * f64::from(i), 560.0 - 79.0 * f64::from(i));
        let wall = c.blend((x, y), (x, y + 270.0), &[(0.0, TERRA), (1.0, BRICK)]);
        c.rect((x, y), (192.0, 274.0), &wall);
        c.rect((x, y + 4.0), (192.0, 134.0), CREAM);
        for k in 0..3 {
            let left = x + 14.0 + 58.0 * f64::from(k);
            c.path(&format!("M{left:.0} {:.0}V{:.0}q22 -26 46 0V{:.0}z", y + 128.0, y + 34.0, y + 128.0), DEEP);
            c.poly(&[(left, y + 40.0), (left + 22.0, y + 24.0), (left, y + 90.0)], TEAL);
            if (i + k) % 2 == 0 {
                let colour = [BLUSH, SAND, YELLOW][k as usize % 3];
                bust(c, (left + 24.0, y + 128.0), 19.0, colour);
            }
        }
        c.rect((x, y + 138.0), (192.0, 9.0), YELLOW);
        c.slab((x + 16.0, y + 160.0), (160.0, 86.0), 5.0, &thin(NIGHT, 0.2));
        c.slab((x + 22.0, y + 166.0), (148.0, 74.0), 4.0, TERRA);
        c.rect((x, y + 262.0), (192.0, 14.0), BROWN);
        c.path(
            &format!(
                "M{:.0} {y:.0}Q{:.0} {:.0} {:.0} {y:.0}V{:.0}H{:.0}z",
                x - 14.0,
                x + 96.0,
                y - 44.0,
                x + 206.0,
                y + 10.0,
                x - 14.0
            ),
            INDIGO,
        );
        c.path(
            &format!(
                "M{:.0} {y:.0}Q{:.0} {:.0} {:.0} {y:.0}Q{:.0} {:.0} {:.0} {y:.0}z",
                x - 14.0,
                x + 96.0,
                y - 44.0,
                x + 206.0,
                x + 96.0,
                y - 28.0,
                x - 14.0
            ),
            MIST,
        );
        c.grain((x, y), (110.0, 270.0), 300, &thin(NIGHT, 0.5), (0.9, 0.5));
    }
    c.circle((604.0, 770.0), 17.0, NIGHT);
    c.circle((604.0, 770.0), 12.0, SUN);
    c.glow((604.0, 770.0), 60.0, SUN, 0.8);
}
