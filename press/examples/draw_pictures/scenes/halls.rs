//! Where states meet: the summit hall and the conference table from above.

use crate::canvas::Canvas;
use crate::palette::*;
use crate::people::*;

/// A round table under a ring of light, tall windows with the evening behind.
pub fn summit_hall(c: &mut Canvas) {
    let wall = c.blend((0.0, 0.0), (0.0, 620.0), &[(0.0, NIGHT), (1.0, INDIGO)]);
    c.wash(&wall);
    let dusk = c.blend((0.0, 120.0), (0.0, 560.0), &[(0.0, DEEP), (0.5, TERRA), (0.8, YELLOW), (1.0, SUN)]);
    for i in 0..9 {
        let x = 20.0 + 178.0 * f64::from(i);
        c.path(&format!("M{x} 560V210a68 68 0 0 1 136 0V560z"), &mix(LIME, INDIGO, 0.55));
        c.path(&format!("M{:.0} 560V214a56 56 0 0 1 112 0V560z", x + 12.0), &dusk);
        c.path(
            &format!("M{:.0} 560V{}l30 -24l26 14l30 -34l26 20V560z", x + 12.0, 520 - i % 3 * 14),
            &mix(INDIGO, BRICK, 0.4),
        );
        c.rect((x + 65.0, 148.0), (6.0, 412.0), &mix(LIME, INDIGO, 0.6));
        c.rect((x + 12.0, 330.0), (112.0, 5.0), &mix(LIME, INDIGO, 0.6));
        c.path(
            &format!(
                "M{:.0} 120Q{:.0} 360 {:.0} 580H{:.0}Q{:.0} 340 {:.0} 120z",
                x - 24.0,
                x - 30.0,
                x - 36.0,
                x + 4.0,
                x + 14.0,
                x + 18.0
            ),
            BRICK,
        );
    }
    c.rect((0.0, 92.0), (1600.0, 32.0), &mix(LIME, INDIGO, 0.4));
    c.rect((0.0, 124.0), (1600.0, 12.0), NIGHT);
    let floor = c.blend((0.0, 560.0), (0.0, 1000.0), &[(0.0, &mix(TERRA, NIGHT, 0.35)), (1.0, NIGHT)]);
    c.rect((0.0, 560.0), (1600.0, 440.0), &floor);
    for i in 0..9 {
        let x = 88.0 + 178.0 * f64::from(i);
        let lean = (x - 800.0) * 0.9;
        c.poly(
            &[(x - 40.0, 562.0), (x + 40.0, 562.0), (x + lean + 90.0, 1000.0), (x + lean - 90.0, 1000.0)],
            &thin(YELLOW, 0.16),
        );
    }
    // The ring of light.
    c.glow((800.0, 70.0), 760.0, SUN, 0.45);
    for x in [-360.0, -130.0, 130.0, 360.0] {
        c.line((800.0 + x * 0.4, 0.0), (800.0 + x, 76.0), 3.0, STONE);
    }
    c.ring((800.0, 84.0), (440.0, 52.0), 26.0, &mix(BROWN, NIGHT, 0.3));
    c.ring((800.0, 92.0), (440.0, 52.0), 14.0, CREAM);
    // Pennants without a country.
    let colours = [TERRA, TEAL, YELLOW, ACACIA, CREAM, SEA, BLUSH, LEAF];
    for i in 0..14 {
        let x = 150.0 + 100.0 * f64::from(i);
        c.line((x, 590.0), (x, 372.0), 5.0, YELLOW);
        let (a, b) = (colours[i as usize % 8], colours[(i as usize * 3 + 2) % 8]);
        c.path(&format!("M{x} 380Q{:.0} 400 {:.0} 520Q{:.0} 548 {x} 540z", x + 40.0, x + 46.0, x + 24.0), a);
        c.path(
            &format!("M{x} 380Q{:.0} 410 {:.0} 530Q{:.0} 546 {x} 540z", x + 14.0, x + 18.0, x + 10.0),
            &mix(a, NIGHT, 0.4),
        );
        c.path(
            &format!(
                "M{x} 450Q{:.0} 460 {:.0} 490L{:.0} 516Q{:.0} 500 {x} 490z",
                x + 30.0,
                x + 44.0,
                x + 45.0,
                x + 24.0
            ),
            b,
        );
    }
    // The people on the far side of the table.
    let coats = [INDIGO, DEEP, BROWN, FOREST, BRICK, SEA];
    for i in 0..15 {
        let turn = std::f64::consts::PI * (f64::from(i) + 0.5) / 15.0;
        let (x, y) = (800.0 - 640.0 * turn.cos(), 716.0 - 92.0 * turn.sin());
        let s = 40.0 + 14.0 * (1.0 - turn.sin());
        c.slab((x - s * 0.9, y - s * 1.5), (s * 1.8, s * 2.2), 14.0, &mix(TERRA, NIGHT, 0.45));
        bust(c, (x, y + 20.0), s, coats[(i as usize * 5 + 1) % 6]);
        c.poly(
            &[(x - s * 0.14, y + 20.0 - s * 0.94), (x + s * 0.14, y + 20.0 - s * 0.94), (x, y + 20.0 - s * 0.3)],
            CREAM,
        );
        c.oval((x, y + 20.0 - s * 1.3), (s * 0.38, s * 0.48), &mix(BLUSH, BROWN, 0.12 + 0.1 * f64::from(i % 4)));
        c.path(
            &format!(
                "M{:.1} {:.1}a{:.1} {:.1} 0 0 1 {:.1} 0q{:.1} {:.1} {:.1} 0z",
                x - s * 0.4,
                y + 20.0 - s * 1.36,
                s * 0.4,
                s * 0.46,
                s * 0.8,
                -s * 0.4,
                -s * 0.24,
                -s * 0.8
            ),
            &mix(BROWN, NIGHT, 0.2 * f64::from(i % 4)),
        );
    }
    table(c);
}

/// The round table with papers and microphones, and the empty chairs this side of it.
fn table(c: &mut Canvas) {
    let top = c.blend((200.0, 640.0), (1400.0, 900.0), &[(0.0, BROWN), (0.5, TERRA), (1.0, &mix(SAND, TERRA, 0.4))]);
    c.path("M110 770a690 142 0 0 0 1380 0v46a690 142 0 0 1 -1380 0z", &mix(BROWN, NIGHT, 0.5));
    c.path(
        "M110 770a690 142 0 0 1 1380 0a690 142 0 0 1 -1380 0zM360 764a440 74 0 0 0 880 0a440 74 0 0 0 -880 0z",
        &top,
    );
    c.path("M360 764a440 74 0 0 1 880 0a440 66 0 0 0 -880 0z", &mix(BROWN, NIGHT, 0.6));
    c.stroke("M110 770a690 142 0 0 0 1380 0", 5.0, SUN);
    for i in 0..26 {
        let turn = std::f64::consts::TAU * (f64::from(i) + 0.5) / 26.0;
        let (x, y) = (800.0 + 580.0 * turn.cos(), 768.0 + 110.0 * turn.sin());
        c.poly(&[(x - 26.0, y - 4.0), (x + 16.0, y - 6.0), (x + 28.0, y + 7.0), (x - 20.0, y + 9.0)], CREAM);
        c.line((x + 34.0, y + 4.0), (x + 30.0, y - 26.0), 3.0, NIGHT);
        c.circle((x + 29.0, y - 28.0), 4.5, NIGHT);
        c.oval((x - 40.0, y - 3.0), (7.0, 10.0), &thin(MIST, 0.8));
    }
    // Flowers in the well of the table.
    c.oval((800.0, 780.0), (200.0, 34.0), FOREST);
    for _ in 0..120 {
        let (turn, far) = (c.between(0.0, std::f64::consts::TAU), c.roll().sqrt());
        let at = (800.0 + 190.0 * far * turn.cos(), 768.0 + 32.0 * far * turn.sin());
        let r = c.between(6.0, 13.0);
        let pick = (c.roll() * 5.0) as usize % 5;
        c.circle(at, r, [LEAF, ACACIA, CREAM, YELLOW, BLUSH][pick]);
    }
    for i in 0..9 {
        let turn = std::f64::consts::PI * (f64::from(i) + 0.5) / 9.0;
        let (x, y) = (800.0 - 800.0 * turn.cos(), 860.0 + 120.0 * turn.sin());
        c.oval((x, y + 90.0), (96.0, 20.0), &thin(NIGHT, 0.5));
        let back = c.blend((x - 80.0, 0.0), (x + 80.0, 0.0), &[(0.0, &mix(BRICK, NIGHT, 0.6)), (1.0, TERRA)]);
        c.slab((x - 74.0, y - 70.0), (148.0, 190.0), 34.0, &back);
        c.slab((x - 56.0, y - 54.0), (112.0, 150.0), 24.0, &thin(NIGHT, 0.28));
        c.stroke(&format!("M{:.0} {:.0}q4 -30 34 -32h76", x - 72.0, y - 36.0), 4.0, &thin(SUN, 0.6));
    }
    c.grain((0.0, 560.0), (1600.0, 440.0), 2400, &thin(NIGHT, 0.5), (0.0, 0.9));
}

/// The table from above: papers, glasses, a map, chairs and their long shadows.
pub fn conference_table(c: &mut Canvas) {
    let floor = c.blend((0.0, 0.0), (1600.0, 1000.0), &[(0.0, DEEP), (1.0, INDIGO)]);
    c.wash(&floor);
    c.place((800.0, 500.0), (1.0, 1.0), -16.0);
    for i in -16..16 {
        for k in -9..9 {
            if (i + k) % 2 == 0 {
                c.rect((f64::from(i) * 90.0, f64::from(k) * 90.0), (90.0, 90.0), &thin(NIGHT, 0.16));
            }
        }
    }
    // Window light across the carpet.
    for i in 0..4 {
        let x = -760.0 + 460.0 * f64::from(i);
        c.poly(&[(x, -900.0), (x + 250.0, -900.0), (x - 50.0, 900.0), (x - 300.0, 900.0)], &thin(SUN, 0.17));
    }
    c.slab((-690.0, -190.0), (1300.0, 520.0), 60.0, &thin(NIGHT, 0.55));
    for i in 0..6 {
        let x = -490.0 + 196.0 * f64::from(i);
        for (y, coat) in [
            (-330.0, [INDIGO, BRICK, FOREST, TERRA, SEA, BROWN][i as usize]),
            (330.0, [TERRA, DEEP, BROWN, SEA, BRICK, FOREST][i as usize]),
        ] {
            seat(c, (x, y), coat, (i * 5 + if y > 0.0 { 2 } else { 0 }) % 7 != 4);
        }
    }
    for x in [-730.0, 730.0] {
        c.place((x, 0.0), (1.0, 1.0), 90.0);
        seat(c, (0.0, 0.0), if x > 0.0 { NIGHT } else { BRICK }, true);
        c.shut();
    }
    let wood = c.blend((-650.0, -230.0), (650.0, 230.0), &[(0.0, BROWN), (0.5, &mix(TERRA, SAND, 0.25)), (1.0, SAND)]);
    c.slab((-650.0, -240.0), (1300.0, 480.0), 56.0, &mix(BROWN, NIGHT, 0.5));
    c.slab((-650.0, -246.0), (1300.0, 474.0), 56.0, &wood);
    for i in 0..15 {
        let y = -226.0 + 31.0 * f64::from(i);
        c.stroke(&format!("M-600 {y}Q-200 {:.0} 100 {y}T600 {y}", y + 10.0), 2.0, &thin(BROWN, 0.28));
    }
    // The map in the middle.
    c.poly(&[(-282.0, -76.0), (296.0, -96.0), (306.0, 98.0), (-270.0, 112.0)], &thin(NIGHT, 0.4));
    c.poly(&[(-290.0, -92.0), (290.0, -104.0), (298.0, 88.0), (-280.0, 96.0)], CREAM);
    c.path("M-290 -92L-60 -97Q-90 -40 -30 -20Q60 0 40 50Q20 80 60 89L-280 96z", &mix(MIST, TEAL, 0.25));
    c.path("M-30 -20Q60 0 40 50Q20 80 60 89L160 87Q120 40 180 20Q240 -10 200 -60Q180 -90 190 -102L-60 -97Q-90 -40 -30 -20z", &mix(LEAF, CREAM, 0.45));
    for x in [-150.0, 0.0, 150.0] {
        c.line((x, -97.0), (x + 8.0, 90.0), 2.0, &thin(BROWN, 0.3));
    }
    c.stroke("M-220 40Q-90 -30 20 10T230 -50", 4.0, TERRA);
    for (x, y) in [(-220.0, 40.0), (20.0, 10.0), (230.0, -50.0)] {
        c.circle((x, y), 10.0, TERRA);
    }
    for i in 0..6 {
        let x = -490.0 + 196.0 * f64::from(i);
        for (y, turn) in [(-172.0, 3.0), (166.0, -4.0)] {
            c.place((x, y), (1.0, 1.0), turn * f64::from(i % 3 - 1) * 1.6);
            c.rect((-40.0, -38.0), (74.0, 94.0), &thin(NIGHT, 0.3));
            c.rect((-34.0, -46.0), (72.0, 92.0), CREAM);
            for line in 0..6 {
                c.rect(
                    (-24.0, -32.0 + 12.0 * f64::from(line)),
                    (if line % 3 == 2 { 30.0 } else { 50.0 }, 3.0),
                    &mix(TEAL, STONE, 0.4),
                );
            }
            c.line((52.0, -30.0), (60.0, 30.0), 5.0, if i % 2 == 0 { DEEP } else { YELLOW });
            c.shut();
            c.circle((x - 74.0, y + 14.0), 21.0, &thin(NIGHT, 0.3));
            c.circle((x - 68.0, y + 2.0), 20.0, &thin(FOAM, 0.85));
            c.circle((x - 68.0, y + 2.0), 13.0, if i % 3 == 0 { BROWN } else { TEAL });
        }
    }
    for x in [-400.0, 410.0] {
        c.oval((x - 20.0, 24.0), (64.0, 36.0), &thin(NIGHT, 0.3));
        c.circle((x, 0.0), 40.0, FOREST);
        for k in 0..9 {
            let turn = f64::from(k) * 2.4;
            let far = 8.0 + 3.0 * f64::from(k);
            c.circle((x + far * turn.cos(), far * turn.sin()), 12.0, [CREAM, LEAF, YELLOW][k as usize % 3]);
        }
    }
    c.shut();
    c.grain((0.0, 500.0), (1600.0, 500.0), 2000, &thin(NIGHT, 0.5), (-0.5, 0.7));
}

/// A chair from above, empty or occupied.
fn seat(c: &mut Canvas, (x, y): (f64, f64), coat: &str, taken: bool) {
    let away = if y > 0.0 { 1.0 } else { -1.0 };
    c.slab((x - 130.0, y - 20.0), (150.0, 130.0), 40.0, &thin(NIGHT, 0.4));
    c.slab((x - 64.0, y - 62.0), (128.0, 124.0), 30.0, &mix(STONE, BROWN, 0.5));
    c.slab((x - 64.0, y + away * 46.0 - 17.0), (128.0, 34.0), 16.0, SAND);
    if taken {
        c.oval((x, y - away * 4.0), (72.0, 40.0), &mix(coat, NIGHT, 0.35));
        c.oval((x + 5.0, y - away * 4.0 - 4.0), (64.0, 33.0), coat);
        c.line((x - 56.0, y - away * 10.0), (x - 40.0, y - away * 92.0), 26.0, coat);
        c.line((x + 56.0, y - away * 10.0), (x + 44.0, y - away * 92.0), 26.0, coat);
        c.circle((x - 40.0, y - away * 100.0), 14.0, BLUSH);
        c.circle((x + 44.0, y - away * 100.0), 14.0, BLUSH);
        c.circle((x, y - away * 12.0), 31.0, &mix(BROWN, NIGHT, 0.45));
        c.circle((x + 7.0, y - away * 12.0 - 6.0), 20.0, BROWN);
    }
}
