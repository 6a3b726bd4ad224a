//! Green Odesa: the courtyard and the white acacia.

use crate::brushes::*;
use crate::canvas::Canvas;
use crate::palette::*;
use crate::people::*;

/// A courtyard with galleries, a stair, washing, a vine, a table and a cat.
pub fn courtyard(c: &mut Canvas) {
    sky(c, 300.0, &[(0.0, TEAL), (1.0, MIST)]);
    cloud(c, (700.0, 50.0), 220.0, &thin(CREAM, 0.8));
    let back = mix(LIME, BLUSH, 0.4);
    facade(c, (430.0, 150.0), (740.0, 640.0), &Front { wall: &back, pane: DEEP, columns: 5, rows: 3, arched: false });
    c.path("M700 790V590a100 100 0 0 1 200 0V790z", &mix(BROWN, NIGHT, 0.5));
    c.path("M724 790V594a76 76 0 0 1 152 0V790z", &mix(SUN, TERRA, 0.15));
    c.path("M724 790V700L800 690L876 706V790z", &mix(FOREST, YELLOW, 0.2));
    c.poly(&[(430.0, 150.0), (840.0, 150.0), (560.0, 790.0), (430.0, 790.0)], &thin(INDIGO, 0.32));
    for (side, shade) in [(-1.0, 0.42), (1.0, 0.02)] {
        wing(c, side, shade);
    }
    let ground = c.blend((0.0, 780.0), (0.0, 1000.0), &[(0.0, SAND), (1.0, STONE)]);
    c.poly(&[(430.0, 786.0), (1170.0, 786.0), (1600.0, 1000.0), (0.0, 1000.0)], &ground);
    for i in 1..6 {
        let y = 786.0 + 9.0 * f64::from(i * i);
        c.line((430.0 - 2.0 * (y - 786.0), y), (1170.0 + 2.0 * (y - 786.0), y), 2.0, &thin(BROWN, 0.3));
    }
    for i in -6..=6 {
        let k = f64::from(i);
        c.line((800.0 + 56.0 * k, 786.0), (800.0 + 124.0 * k, 1000.0), 2.0, &thin(BROWN, 0.3));
    }
    c.poly(&[(430.0, 786.0), (640.0, 786.0), (520.0, 1000.0), (0.0, 1000.0)], &thin(NIGHT, 0.35));
    // Washing on three lines.
    for (line, (y, dip)) in [(250.0, 26.0), (390.0, 40.0), (180.0, 18.0)].into_iter().enumerate() {
        let (a, b) = (330.0 - 70.0 * line as f64, 1270.0 + 60.0 * line as f64);
        c.stroke(&format!("M{a} {y}Q800 {} {b} {y}", y + dip * 2.0), 3.0, NIGHT);
        if line < 2 {
            for i in 0..8 {
                let t = 0.16 + 0.1 * f64::from(i);
                let (x, top) = (a + (b - a) * t, y + dip * 4.0 * t * (1.0 - t));
                let (w, h) = (c.between(52.0, 76.0), c.between(70.0, 118.0));
                let colour = [CREAM, TERRA, MIST, CREAM, YELLOW, SEA, CREAM, BLUSH][(i as usize + line * 3) % 8];
                let shirt = i % 3 == 1;
                if shirt {
                    c.path(
                        &format!(
                            "M{x:.0} {top:.0}h{w:.0}l24 34l-16 14l-12 -14v{:.0}h-{:.0}v-{:.0}l-12 14l-16 -14z",
                            h * 0.6,
                            w - 8.0,
                            h * 0.6
                        ),
                        colour,
                    );
                } else {
                    c.path(
                        &format!(
                            "M{x:.0} {top:.0}h{w:.0}q-8 {:.0} 4 {h:.0}q-30 -10 -{w:.0} 4q8 -{:.0} -4 -{h:.0}z",
                            h * 0.5,
                            h * 0.5
                        ),
                        colour,
                    );
                    c.path(
                        &format!(
                            "M{x:.0} {top:.0}h{:.0}q-8 {:.0} 2 {h:.0}l-{:.0} 2q8 -{:.0} -4 -{h:.0}z",
                            w * 0.3,
                            h * 0.5,
                            w * 0.3,
                            h * 0.5
                        ),
                        &thin(NIGHT, 0.2),
                    );
                }
            }
        }
    }
    // The well, the table under the vine, people and the cat.
    c.poly(&[(560.0, 900.0), (680.0, 900.0), (540.0, 950.0), (400.0, 950.0)], &thin(NIGHT, 0.35));
    c.rect((560.0, 812.0), (130.0, 90.0), LIME);
    c.rect((560.0, 812.0), (46.0, 90.0), STONE);
    c.oval((625.0, 812.0), (65.0, 15.0), NIGHT);
    c.ring((625.0, 812.0), (65.0, 15.0), 9.0, CREAM);
    c.stroke("M570 812V720H680V812", 8.0, BROWN);
    c.line((625.0, 720.0), (625.0, 790.0), 3.0, NIGHT);
    c.circle((625.0, 722.0), 13.0, NIGHT);
    c.oval((1000.0, 960.0), (190.0, 24.0), &thin(NIGHT, 0.35));
    for (x, walker, colour, s) in [(920.0, Walker::Dress, TERRA, 2.0), (1190.0, Walker::Coat, DEEP, 2.1)] {
        c.place((x, 940.0), (s, s), 0.0);
        figure(c, walker, colour);
        c.shut();
    }
    c.line((1010.0, 850.0), (990.0, 970.0), 10.0, BROWN);
    c.line((1130.0, 850.0), (1150.0, 970.0), 10.0, BROWN);
    c.path("M950 834H1184L1204 862H930z", CREAM);
    c.path("M930 862H1204V874H930z", TERRA);
    c.path("M1030 850v-40q0 -16 14 -16h26q14 0 14 16v40z", SEA);
    c.path("M1084 812q22 -6 24 -22l6 4q0 24 -30 32z", SEA);
    c.oval((980.0, 842.0), (17.0, 8.0), TERRA);
    c.oval((1140.0, 842.0), (22.0, 8.0), YELLOW);
    person(c, (800.0, 850.0), 100.0, Walker::Child, YELLOW);
    c.path("M330 950Q320 900 352 890Q400 880 420 900L428 876L440 892L456 880L460 908Q460 926 440 926V952H424L420 934H372L366 952H350L346 940Q338 952 330 950z", NIGHT);
    c.stroke("M336 944Q290 940 296 890", 9.0, NIGHT);
    // The vine across the top corner.
    c.stroke("M1600 60Q1380 160 1220 120Q1100 100 1010 190M1330 140Q1320 260 1360 340", 12.0, BROWN);
    for i in 0..110 {
        let t = c.roll();
        let at = (1010.0 + 600.0 * t + c.between(-40.0, 40.0), 150.0 - 90.0 * t + c.between(-70.0, 80.0));
        let r = c.between(16.0, 34.0);
        c.oval(at, (r, r * 0.8), [FOREST, ACACIA, LEAF, ACACIA, FOREST][i % 5]);
    }
    for (x, y) in [(1090.0, 230.0), (1240.0, 220.0), (1400.0, 190.0)] {
        for (row, n) in [4, 3, 2, 1].into_iter().enumerate() {
            for k in 0..n {
                c.circle(
                    (x + 15.0 * (f64::from(k) - f64::from(n - 1) / 2.0), y + 14.0 * row as f64),
                    9.0,
                    if k % 2 == 0 { "#5a3b66" } else { INDIGO },
                );
            }
        }
    }
    c.grain((0.0, 0.0), (600.0, 1000.0), 2200, &thin(NIGHT, 0.45), (-0.9, 0.2));
}

/// A side wing with wooden galleries in perspective and, on the right, the outer stair.
fn wing(c: &mut Canvas, side: f64, shade: f64) {
    let at = |k: f64, v: f64| {
        // k from the back corner (0) to the front edge (1), v from the eaves (0) to the ground (1).
        let (top, low) = (150.0 - 210.0 * k, 790.0 + 215.0 * k);
        (800.0 + side * (370.0 + 430.0 * k), top + (low - top) * v)
    };
    let tint = |colour: &str| mix(colour, INDIGO, shade);
    c.poly(&[at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 1.0)], &tint(&mix(LIME, SAND, 0.4)));
    for (floor, low) in [0.36, 0.69, 1.0].into_iter().enumerate() {
        let high = low - 0.29;
        c.poly(&[at(0.0, high), at(1.0, high), at(1.0, low), at(0.0, low)], &tint(&mix(STONE, BROWN, 0.35)));
        for door in 0..3 {
            let k = 0.1 + 0.3 * f64::from(door);
            c.poly(
                &[at(k, high + 0.06), at(k + 0.13, high + 0.06), at(k + 0.13, low), at(k, low)],
                &tint([SEA, FOREST, BRICK][(door as usize + floor) % 3]),
            );
            c.poly(
                &[
                    at(k + 0.16, high + 0.08),
                    at(k + 0.24, high + 0.08),
                    at(k + 0.24, low - 0.1),
                    at(k + 0.16, low - 0.1),
                ],
                &tint(SUN),
            );
        }
        if floor < 2 {
            for i in 0..26 {
                let k = f64::from(i) / 25.0;
                c.line(at(k, low - 0.1), at(k, low), 3.0 + 3.0 * k, &tint(TERRA));
            }
            c.poly(
                &[at(0.0, low - 0.115), at(1.0, low - 0.115), at(1.0, low - 0.09), at(0.0, low - 0.09)],
                &tint(BLUSH),
            );
        }
        for i in 0..6 {
            let k = f64::from(i) / 5.0;
            c.line(at(k, high), at(k, low), 8.0 + 8.0 * k, &tint(BLUSH));
        }
        c.poly(&[at(0.0, high - 0.04), at(1.0, high - 0.04), at(1.0, high), at(0.0, high)], &tint(CREAM));
        for i in 0..3 {
            let (x, y) = at(0.22 + 0.27 * f64::from(i), low - 0.115);
            c.circle((x, y - 12.0), 17.0, &tint(ACACIA));
            c.circle((x + 9.0, y - 18.0), 9.0, &tint(TERRA));
        }
    }
    if side > 0.0 {
        let (a, b) = (at(0.16, 0.99), at(0.7, 0.69));
        c.poly(&[(a.0, a.1), (b.0, b.1), (b.0, b.1 + 50.0), (a.0 + 60.0, a.1 + 20.0)], BROWN);
        for i in 0..14 {
            let t = f64::from(i) / 14.0;
            let (x, y) = (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
            c.rect((x - 10.0, y - 8.0), (40.0, 9.0), LIME);
            c.line((x, y), (x, y - 62.0), 4.0, TERRA);
        }
        c.line((a.0, a.1 - 62.0), (b.0, b.1 - 62.0), 10.0, BLUSH);
    }
}

/// A branch of white acacia in May, with the street behind in the haze.
pub fn acacia(c: &mut Canvas) {
    sky(c, 1000.0, &[(0.0, TEAL), (0.55, MIST), (1.0, SUN)]);
    sun(c, (1280.0, 230.0), 90.0, 22);
    let haze = mix(MIST, BLUSH, 0.45);
    facade(
        c,
        (-30.0, 470.0),
        (420.0, 560.0),
        &Front { wall: &haze, pane: &mix(TEAL, MIST, 0.3), columns: 5, rows: 3, arched: true },
    );
    facade(
        c,
        (390.0, 560.0),
        (300.0, 460.0),
        &Front { wall: &mix(SUN, MIST, 0.5), pane: &mix(TEAL, MIST, 0.4), columns: 4, rows: 3, arched: false },
    );
    facade(
        c,
        (1250.0, 530.0),
        (400.0, 480.0),
        &Front { wall: &mix(SUN, BLUSH, 0.5), pane: &mix(TEAL, MIST, 0.2), columns: 5, rows: 3, arched: true },
    );
    c.path("M0 960Q800 900 1600 960V1000H0z", &mix(SAND, BLUSH, 0.4));
    // The branch.
    c.path(
        "M0 96Q340 60 640 150Q980 240 1270 200Q1440 180 1600 110V150Q1450 224 1270 236Q980 280 630 190Q340 110 0 150z",
        BROWN,
    );
    c.path(
        "M0 96Q340 60 640 150Q980 240 1270 200Q1440 180 1600 110V122Q1440 194 1270 212Q980 254 640 164Q340 76 0 112z",
        STONE,
    );
    c.stroke("M420 110Q430 160 410 220M700 180Q740 230 730 290M1010 232Q1030 270 1020 320M1290 214Q1330 250 1330 310M190 96Q160 130 150 190", 12.0, BROWN);
    for (x, y, length, turn) in [
        (200.0, 100.0, 420.0, 152.0),
        (330.0, 100.0, 420.0, 96.0),
        (560.0, 130.0, 470.0, 62.0),
        (860.0, 210.0, 460.0, 38.0),
        (900.0, 215.0, 430.0, 128.0),
        (1180.0, 215.0, 450.0, 75.0),
        (1390.0, 190.0, 400.0, 32.0),
        (1440.0, 180.0, 430.0, 112.0),
        (650.0, 150.0, 330.0, -42.0),
        (1010.0, 220.0, 340.0, -30.0),
        (330.0, 90.0, 280.0, -58.0),
    ] {
        leaf(c, (x, y), length, turn);
    }
    for (x, y, length) in [
        (410.0, 200.0, 560.0),
        (1020.0, 300.0, 520.0),
        (735.0, 270.0, 640.0),
        (1330.0, 290.0, 500.0),
        (150.0, 180.0, 470.0),
    ] {
        blossom(c, (x, y), length);
    }
    // Two bees.
    for (x, y) in [(560.0, 600.0), (1190.0, 520.0)] {
        c.oval((x - 4.0, y - 15.0), (11.0, 18.0), &thin(CREAM, 0.85));
        c.oval((x + 10.0, y - 15.0), (11.0, 18.0), &thin(FOAM, 0.85));
        c.oval((x, y), (24.0, 15.0), YELLOW);
        for dx in [-8.0, 2.0, 12.0] {
            c.rect((x + dx, y - 13.0), (5.0, 26.0), NIGHT);
        }
        c.circle((x - 24.0, y), 10.0, NIGHT);
    }
}

/// A feathered leaf: pairs of oval leaflets along a rib.
fn leaf(c: &mut Canvas, at: (f64, f64), length: f64, turn: f64) {
    c.place(at, (1.0, 1.0), turn);
    c.stroke(&format!("M0 0Q{:.0} 20 {length:.0} 0", length / 2.0), 5.0, FOREST);
    for i in 0..8 {
        let x = length * (0.16 + 0.1 * f64::from(i));
        for side in [-1.0, 1.0] {
            c.place((x, 6.0), (1.0, side), 0.0);
            let long = 84.0 - 4.0 * f64::from(i);
            for (k, colour) in
                [(1.0, if side > 0.0 { FOREST } else { ACACIA }), (0.55, if side > 0.0 { ACACIA } else { LEAF })]
            {
                c.path(
                    &format!(
                        "M0 0Q{:.0} {:.0} {:.0} {long:.0}Q{:.0} {:.0} 0 0z",
                        44.0 * k,
                        long * 0.3,
                        16.0,
                        -28.0 * k,
                        long * 0.6
                    ),
                    colour,
                );
            }
            c.shut();
        }
    }
    c.oval((length + 26.0, 0.0), (36.0, 20.0), ACACIA);
    c.shut();
}

/// A hanging cluster of white flowers, wide above and pointed below.
fn blossom(c: &mut Canvas, (x, y): (f64, f64), length: f64) {
    c.stroke(&format!("M{x} {y}Q{:.0} {:.0} {x} {:.0}", x + 14.0, y + length * 0.5, y + length), 5.0, LEAF);
    for i in 0..46 {
        let k = f64::from(i) / 45.0;
        let reach = 92.0 * (1.0 - k).powf(0.75) * (0.25 + k * 3.0).min(1.0);
        let side = [-1.0, 0.35, 1.0, -0.4, 0.7, -0.75][i as usize % 6];
        let at = (x + side * reach, y + 30.0 + (length - 40.0) * k + c.between(-10.0, 10.0));
        let s = 0.55 + 0.5 * (1.0 - k);
        c.place(at, (s * if side < 0.0 { -1.0 } else { 1.0 }, s), 0.0);
        c.path("M0 0Q-40 -6 -34 34Q-20 48 0 30z", &mix(MIST, TEAL, 0.25));
        c.path("M0 0Q-34 -10 -30 26Q-12 40 4 26z", FOAM);
        c.path("M0 0Q34 -22 44 18Q30 48 4 28z", "#fffaf0");
        c.path("M-4 4Q14 10 10 34Q-4 46 -14 30Q-14 12 -4 4z", CREAM);
        c.path("M-8 -4Q4 -14 14 -2L6 8L-4 8z", LEAF);
        c.circle((4.0, 22.0), 5.0, SUN);
        c.shut();
    }
}
