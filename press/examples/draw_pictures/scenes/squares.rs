//! Public buildings: the opera and a consulate.

use crate::brushes::*;
use crate::canvas::{Canvas, P};
use crate::palette::*;
use crate::people::*;

/// A point on the round front of the opera: `turn` along the curve (degrees), `up` in canvas units.
fn front(turn: f64, up: f64) -> P {
    let (sin, cos) = turn.to_radians().sin_cos();
    (800.0 + 610.0 * sin, 800.0 - up / (1.0 + 0.32 * (1.0 - cos)))
}

/// A strip of the round front between two heights, from `a` to `b` degrees.
fn strip(c: &mut Canvas, (a, b): P, (low, high): P, fill: &str) {
    let mut points = Vec::new();
    for i in 0..=8 {
        points.push(front(a + (b - a) * f64::from(i) / 8.0, low));
    }
    for i in (0..=8).rev() {
        points.push(front(a + (b - a) * f64::from(i) / 8.0, high));
    }
    c.poly(&points, fill);
}

/// An arched opening in the round front.
fn arch(c: &mut Canvas, (a, b): P, (low, high): P, fill: &str) {
    let spring = high - (high - low) * 0.3;
    let mut points = vec![front(a, low)];
    for i in 0..=10 {
        let swing = std::f64::consts::PI * f64::from(i) / 10.0;
        let at = (a + b) / 2.0 - (b - a) / 2.0 * swing.cos();
        points.push(front(at, spring + (high - spring) * swing.sin()));
    }
    points.push(front(b, low));
    c.poly(&points, fill);
}

/// The opera at evening: two tiers of arcades round the horseshoe, the portico, the dome.
pub fn opera(c: &mut Canvas) {
    sky(c, 800.0, &[(0.0, INDIGO), (0.5, TEAL), (0.85, SUN), (1.0, BLUSH)]);
    sun(c, (1330.0, 560.0), 60.0, 20);
    for (x, y, w) in [(80.0, 180.0, 380.0), (1150.0, 250.0, 380.0), (240.0, 330.0, 200.0)] {
        cloud(c, (x, y), w, &thin(BLUSH, 0.6));
    }
    // Dome and stage house behind the front.
    c.rect((560.0, 236.0), (480.0, 200.0), &mix(SAND, INDIGO, 0.2));
    c.rect((560.0, 236.0), (200.0, 200.0), &mix(SAND, INDIGO, 0.45));
    let dome = c.blend((520.0, 0.0), (1080.0, 0.0), &[(0.0, FOREST), (0.55, ACACIA), (0.85, LEAF), (1.0, ACACIA)]);
    c.path("M530 250Q560 130 760 104H840Q1040 130 1070 250z", &dome);
    for i in 0..9 {
        let x = 570.0 + 57.5 * f64::from(i);
        c.stroke(
            &format!("M{x:.0} 246Q{:.0} 150 {:.0} 108", 800.0 + (x - 800.0) * 0.94, 800.0 + (x - 800.0) * 0.2),
            3.0,
            &thin(NIGHT, 0.3),
        );
    }
    c.rect((516.0, 240.0), (568.0, 22.0), CREAM);
    c.rect((516.0, 262.0), (568.0, 8.0), BROWN);
    c.rect((752.0, 84.0), (96.0, 22.0), CREAM);
    c.path("M764 84Q770 52 800 44Q830 52 836 84z", LEAF);
    c.line((800.0, 44.0), (800.0, 14.0), 5.0, YELLOW);
    for i in 0..7 {
        let x = 604.0 + 58.0 * f64::from(i);
        c.path(&format!("M{x} 372v-56a20 20 0 0 1 40 0v56z"), &mix(BROWN, NIGHT, 0.4));
    }
    // The round front.
    let bays = 17;
    for i in 0..bays {
        let a = -80.0 + 160.0 * f64::from(i) / f64::from(bays);
        let b = a + 160.0 / f64::from(bays);
        let light = ((a + 4.0 - 45.0).to_radians().cos() * 0.75 + 0.25).clamp(0.0, 1.0);
        let wall = mix(&mix(SAND, INDIGO, 0.5), &mix(CREAM, SUN, 0.3), light);
        let trim = mix(&wall, CREAM, 0.6);
        let shade = mix(&wall, NIGHT, 0.4);
        strip(c, (a, b), (0.0, 470.0), &wall);
        for (low, high, lit) in [(14.0, 180.0, YELLOW), (222.0, 362.0, SUN)] {
            let (l, r) = (a + 1.5, b - 1.5);
            arch(c, (l - 0.7, r + 0.7), (low, high + 12.0), &trim);
            arch(c, (l, r), (low, high), &mix(BROWN, NIGHT, 0.35));
            arch(c, (l + 1.4, r - 0.6), (low, high - 26.0), &mix(lit, BROWN, 0.12));
            strip(c, ((l + r) / 2.0 - 0.2, (l + r) / 2.0 + 0.3), (low, high - 30.0), BROWN);
        }
        strip(c, (a - 0.5, a + 0.7), (10.0, 400.0), &trim);
        strip(c, (a, b), (196.0, 212.0), &trim);
        strip(c, (a, b), (188.0, 196.0), &shade);
        strip(c, (a, b), (392.0, 412.0), &trim);
        strip(c, (a, b), (382.0, 392.0), &shade);
        strip(c, (a + 3.0, b - 3.0), (424.0, 452.0), &mix(BROWN, NIGHT, 0.3));
        strip(c, (a, b), (462.0, 478.0), &trim);
        let (x, y) = front((a + b) / 2.0, 478.0);
        c.path(
            &format!("M{:.0} {y:.0}q0 -16 6 -18q-3 -12 4 -12q7 0 4 12q6 2 6 18z", x - 10.0),
            &mix(&wall, NIGHT, 0.2),
        );
    }
    c.grain((206.0, 440.0), (400.0, 350.0), 1500, &thin(NIGHT, 0.4), (-0.9, 0.2));
    portico(c);
    // The square, with a long evening shadow.
    let square = c.blend((0.0, 800.0), (0.0, 1000.0), &[(0.0, SAND), (1.0, &mix(STONE, BROWN, 0.3))]);
    c.rect((0.0, 798.0), (1600.0, 202.0), &square);
    c.path("M190 800H1100Q700 900 0 940V800z", &thin(NIGHT, 0.34));
    for i in -12..=12 {
        let k = f64::from(i);
        c.line((800.0 + 90.0 * k, 806.0), (800.0 + 260.0 * k, 1000.0), 2.0, &thin(BROWN, 0.22));
    }
    for y in [822.0, 850.0, 890.0, 944.0] {
        c.line((0.0, y), (1600.0, y), 2.0, &thin(BROWN, 0.2));
    }
    for (x, h) in [(60.0, 420.0), (1550.0, 440.0), (1440.0, 300.0), (170.0, 280.0)] {
        tree(c, (x, 836.0), h, FOREST, LEAF);
    }
    for x in [360.0, 1240.0] {
        lamp(c, (x, 880.0), 270.0, SUN);
        c.glow((x, 640.0), 110.0, SUN, 0.8);
    }
    for (x, y, h, walker, colour) in [
        (520.0, 880.0, 110.0, Walker::Coat, INDIGO),
        (575.0, 884.0, 104.0, Walker::Dress, TERRA),
        (1010.0, 850.0, 80.0, Walker::Dress, YELLOW),
        (1050.0, 852.0, 84.0, Walker::Coat, DEEP),
        (1130.0, 930.0, 140.0, Walker::Coat, BRICK),
        (880.0, 826.0, 62.0, Walker::Coat, FOREST),
        (700.0, 824.0, 60.0, Walker::Dress, BRICK),
        (740.0, 950.0, 104.0, Walker::Child, YELLOW),
        (672.0, 950.0, 150.0, Walker::Dress, DEEP),
    ] {
        person(c, (x, y), h, walker, colour);
    }
}

/// The projecting entrance of the opera with its sculptures.
fn portico(c: &mut Canvas) {
    let wall = c.blend((620.0, 0.0), (980.0, 0.0), &[(0.0, &mix(SAND, BLUSH, 0.3)), (1.0, CREAM)]);
    c.poly(&[(620.0, 812.0), (620.0, 300.0), (594.0, 330.0), (594.0, 806.0)], &mix(STONE, INDIGO, 0.55));
    c.rect((620.0, 300.0), (360.0, 512.0), &wall);
    for (y, h) in [(600.0, 212.0), (372.0, 190.0)] {
        for i in 0..3 {
            let x = 648.0 + 108.0 * f64::from(i);
            for (grow, fill) in [(9.0, mix(SAND, STONE, 0.4)), (0.0, mix(BROWN, NIGHT, 0.45))] {
                let r = 44.0 + grow;
                c.path(
                    &format!(
                        "M{:.0} {:.0}V{:.0}a{r} {r} 0 0 1 {:.0} 0V{:.0}z",
                        x - grow,
                        y + h,
                        y + 48.0,
                        r * 2.0,
                        y + h
                    ),
                    &fill,
                );
            }
            c.path(&format!("M{:.0} {:.0}V{:.0}a32 34 0 0 1 64 0V{:.0}z", x + 16.0, y + h, y + 60.0, y + h), YELLOW);
            c.line((x + 48.0, y + 26.0), (x + 48.0, y + h), 4.0, BROWN);
            c.line((x + 16.0, y + 80.0), (x + 80.0, y + 80.0), 4.0, BROWN);
        }
        for i in 0..4 {
            let x = 632.0 + 108.0 * f64::from(i);
            c.rect((x - 9.0, y + 10.0), (20.0, h - 10.0), CREAM);
            c.rect((x - 9.0, y + 10.0), (7.0, h - 10.0), STONE);
            c.rect((x - 13.0, y + 2.0), (28.0, 12.0), LIME);
        }
    }
    c.rect((606.0, 566.0), (388.0, 18.0), CREAM);
    c.rect((606.0, 584.0), (388.0, 8.0), BROWN);
    for i in 0..22 {
        c.rect((620.0 + 16.6 * f64::from(i), 546.0), (6.0, 22.0), LIME);
    }
    c.rect((604.0, 340.0), (392.0, 18.0), CREAM);
    c.rect((604.0, 358.0), (392.0, 8.0), STONE);
    c.path("M640 340V296Q800 214 960 296V340z", LIME);
    c.path("M626 306Q800 200 974 306L974 292Q800 184 626 292z", CREAM);
    c.path(
        "M690 340Q700 290 730 300Q736 270 760 280Q770 250 800 246Q830 250 840 280Q864 270 870 300Q900 290 910 340z",
        &mix(STONE, BROWN, 0.35),
    );
    // A chariot group on the gable.
    c.path("M748 226Q742 200 760 196Q766 182 780 190L790 216zM852 226Q858 200 840 196Q834 182 820 190L810 216zM786 218V184Q784 168 800 166Q816 168 814 184V218z", CREAM);
    c.path("M786 218V184Q784 168 800 166L796 218zM748 226Q742 200 760 196L768 220z", STONE);
    c.circle((800.0, 156.0), 9.0, CREAM);
    for x in [612.0, 980.0] {
        c.path(
            &format!("M{:.0} 340V312h20v28zM{:.0} 312q-2 -30 6 -34q-4 -16 4 -16q8 0 4 16q8 4 6 34z", x - 8.0, x - 8.0),
            BROWN,
        );
    }
    for i in 0..4 {
        let k = f64::from(i);
        c.rect((600.0 - 14.0 * k, 800.0 + 7.0 * k), (400.0 + 28.0 * k, 7.0), &mix(CREAM, STONE, 0.22 * k));
    }
}

/// A villa with a brass plate behind iron railings, and someone with papers at the gate.
pub fn consulate(c: &mut Canvas) {
    sky(c, 830.0, &[(0.0, TEAL), (0.7, MIST), (1.0, CREAM)]);
    sun(c, (1420.0, 190.0), 60.0, 18);
    cloud(c, (60.0, 150.0), 330.0, &thin(CREAM, 0.7));
    facade(
        c,
        (-60.0, 360.0),
        (330.0, 460.0),
        &Front { wall: &mix(BLUSH, STONE, 0.4), pane: INDIGO, columns: 4, rows: 3, arched: false },
    );
    facade(
        c,
        (1330.0, 420.0),
        (330.0, 400.0),
        &Front { wall: &mix(SAND, TERRA, 0.3), pane: INDIGO, columns: 4, rows: 3, arched: false },
    );
    // The villa: a deep shadowed side, a lit front, a hipped roof.
    c.poly(&[(360.0, 820.0), (360.0, 300.0), (440.0, 260.0), (440.0, 830.0)], &mix(SAND, INDIGO, 0.5));
    c.poly(&[(344.0, 304.0), (500.0, 170.0), (1080.0, 170.0), (1236.0, 262.0), (440.0, 262.0)], TERRA);
    c.poly(&[(344.0, 304.0), (500.0, 170.0), (440.0, 262.0)], BRICK);
    for i in 0..8 {
        let y = 184.0 + 10.0 * f64::from(i);
        c.line((500.0 - 7.0 * f64::from(i), y), (1096.0 + 16.0 * f64::from(i), y), 2.0, &thin(BRICK, 0.6));
    }
    for x in [600.0, 960.0] {
        c.rect((x, 110.0), (50.0, 90.0), BRICK);
        c.rect((x + 16.0, 110.0), (34.0, 90.0), BLUSH);
        c.rect((x - 6.0, 102.0), (62.0, 14.0), CREAM);
    }
    facade(c, (440.0, 262.0), (790.0, 560.0), &Front { wall: LIME, pane: DEEP, columns: 7, rows: 2, arched: true });
    c.grain((440.0, 280.0), (790.0, 530.0), 1500, &thin(BROWN, 0.35), (-0.7, 0.5));
    // Portal and balcony.
    c.rect((700.0, 540.0), (270.0, 290.0), CREAM);
    c.rect((700.0, 540.0), (60.0, 290.0), &mix(CREAM, INDIGO, 0.25));
    c.path("M770 820V640a65 65 0 0 1 130 0V820z", &mix(BROWN, NIGHT, 0.2));
    c.path("M784 820V642a51 51 0 0 1 102 0V820z", FOREST);
    c.rect((833.0, 600.0), (5.0, 220.0), NIGHT);
    c.path("M784 650V642a51 51 0 0 1 102 0V650z", SUN);
    c.circle((846.0, 740.0), 6.0, YELLOW);
    for x in [716.0, 926.0] {
        c.rect((x, 560.0), (28.0, 260.0), CREAM);
        c.rect((x, 560.0), (9.0, 260.0), STONE);
    }
    c.rect((672.0, 526.0), (326.0, 22.0), CREAM);
    c.rect((672.0, 548.0), (326.0, 9.0), STONE);
    c.stroke("M684 526V470H986V526", 6.0, NIGHT);
    for i in 0..14 {
        let x = 704.0 + 20.0 * f64::from(i);
        c.stroke(&format!("M{x} 526V470M{x} 500q8 -10 0 -20q-8 10 0 20"), 2.5, NIGHT);
    }
    c.slab((914.0, 670.0), (44.0, 58.0), 3.0, BROWN);
    c.slab((910.0, 666.0), (44.0, 58.0), 3.0, YELLOW);
    for i in 0..4 {
        c.rect((917.0, 680.0 + 10.0 * f64::from(i)), (30.0, 3.0), BROWN);
    }
    c.line((835.0, 500.0), (990.0, 300.0), 7.0, BROWN);
    c.path("M984 306Q1060 330 1100 300Q1110 372 1082 430Q1020 410 930 436Z", TEAL);
    c.path("M966 330Q1050 356 1106 330Q1108 362 1098 392Q1030 372 940 396z", CREAM);
    c.path("M952 352Q1040 372 1104 352Q1103 366 1100 378Q1030 360 946 380z", TERRA);
    let ground = c.blend((0.0, 800.0), (0.0, 1000.0), &[(0.0, SAND), (1.0, STONE)]);
    c.rect((0.0, 812.0), (1600.0, 188.0), &ground);
    for i in 0..4 {
        let k = f64::from(i);
        c.rect((690.0 - 22.0 * k, 814.0 + 12.0 * k), (290.0 + 44.0 * k, 12.0), &mix(CREAM, STONE, 0.12 + 0.1 * k));
    }
    c.poly(&[(440.0, 822.0), (1230.0, 822.0), (760.0, 880.0), (0.0, 930.0), (0.0, 850.0)], &thin(NIGHT, 0.22));
    tree(c, (250.0, 880.0), 560.0, FOREST, LEAF);
    tree(c, (1370.0, 870.0), 470.0, FOREST, LEAF);
    // Railings.
    for (from, to) in [(0, 24), (40, 66)] {
        for i in from..to {
            let x = 26.0 * f64::from(i) - 20.0;
            c.line((x, 940.0), (x, 744.0), 5.0, NIGHT);
            c.poly(&[(x - 7.0, 746.0), (x + 7.0, 746.0), (x, 722.0)], NIGHT);
            c.poly(&[(x, 940.0), (x + 5.0, 940.0), (x - 60.0, 1000.0), (x - 68.0, 1000.0)], &thin(NIGHT, 0.25));
        }
        c.rect((26.0 * f64::from(from) - 24.0, 772.0), (26.0 * f64::from(to - from) - 14.0, 7.0), NIGHT);
        c.rect((26.0 * f64::from(from) - 24.0, 910.0), (26.0 * f64::from(to - from) - 14.0, 9.0), NIGHT);
    }
    for x in [598.0, 1016.0] {
        c.rect((x - 22.0, 730.0), (56.0, 220.0), CREAM);
        c.rect((x - 22.0, 730.0), (18.0, 220.0), STONE);
        c.rect((x - 30.0, 716.0), (72.0, 18.0), LIME);
        c.circle((x + 6.0, 696.0), 22.0, LIME);
        c.path(&format!("M{:.0} 676a22 22 0 0 0 0 40a30 30 0 0 1 0 -40z", x - 2.0), STONE);
    }
    person(c, (760.0, 950.0), 210.0, Walker::Coat, INDIGO);
    c.poly(&[(784.0, 838.0), (826.0, 830.0), (832.0, 876.0), (790.0, 884.0)], TERRA);
    c.poly(&[(788.0, 834.0), (824.0, 827.0), (825.0, 833.0), (786.0, 841.0)], CREAM);
    person(c, (905.0, 936.0), 176.0, Walker::Dress, TERRA);
}
