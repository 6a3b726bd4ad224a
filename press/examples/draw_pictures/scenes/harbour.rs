//! The port: the old harbour from above, and the skyline over the quays.

use crate::brushes::*;
use crate::canvas::Canvas;
use crate::palette::*;

/// The old port from above: moles, ships, cranes and the sea beyond.
pub fn harbour(c: &mut Canvas) {
    sky(c, 240.0, &[(0.0, SUN), (1.0, BLUSH)]);
    c.glow((1180.0, 190.0), 520.0, CREAM, 0.9);
    c.circle((1180.0, 168.0), 52.0, CREAM);
    sea(c, 230.0, &[(0.0, MIST), (0.35, TEAL), (1.0, SEA)], &thin(FOAM, 0.35));
    glitter(c, (1180.0, 236.0), 620.0, (70.0, 200.0), &thin(CREAM, 0.75));
    let mole = |c: &mut Canvas, top: &[(f64, f64)], drop: f64| {
        let low: Vec<(f64, f64)> = top.iter().map(|&(x, y)| (x, y + drop)).collect();
        let shade: Vec<(f64, f64)> = top.iter().map(|&(x, y)| (x - drop * 0.6, y + drop * 1.9)).collect();
        c.poly(&shade, &thin(NIGHT, 0.3));
        c.poly(&low, &mix(STONE, NIGHT, 0.35));
        c.poly(top, LIME);
    };
    mole(c, &[(560.0, 306.0), (1330.0, 352.0), (1424.0, 330.0), (1434.0, 338.0), (1334.0, 364.0), (556.0, 314.0)], 8.0);
    mole(
        c,
        &[(1600.0, 352.0), (1500.0, 420.0), (1150.0, 424.0), (1150.0, 436.0), (1510.0, 434.0), (1600.0, 380.0)],
        11.0,
    );
    // The light at the end of the outer mole.
    c.poly(&[(566.0, 308.0), (590.0, 308.0), (586.0, 246.0), (570.0, 246.0)], CREAM);
    c.poly(&[(566.0, 308.0), (574.0, 308.0), (575.0, 246.0), (570.0, 246.0)], TEAL);
    c.rect((567.0, 236.0), (22.0, 12.0), SUN);
    c.poly(&[(563.0, 237.0), (593.0, 237.0), (578.0, 222.0)], TERRA);
    freighter(c, (860.0, 470.0), 250.0, DEEP);
    freighter(c, (240.0, 300.0), 120.0, BRICK);
    mole(c, &[(0.0, 470.0), (620.0, 520.0), (690.0, 556.0), (640.0, 570.0), (560.0, 548.0), (0.0, 530.0)], 20.0);
    mole(c, &[(1600.0, 520.0), (1010.0, 600.0), (950.0, 640.0), (1010.0, 664.0), (1600.0, 640.0)], 26.0);
    for i in 0..5 {
        let x = 60.0 + 116.0 * f64::from(i);
        let y = 500.0 + 9.0 * f64::from(i);
        shed(c, (x, y), 92.0, if i % 2 == 0 { TERRA } else { SAND });
    }
    for i in 0..4 {
        crane(c, (1090.0 + 138.0 * f64::from(i), 622.0 - 10.0 * f64::from(i)), 190.0);
    }
    freighter(c, (1220.0, 736.0), 520.0, INDIGO);
    freighter(c, (330.0, 640.0), 360.0, TERRA);
    // A passenger steamer's wake and small boats.
    for (x, y, s) in [(720.0, 690.0, 1.0), (840.0, 660.0, 0.8), (640.0, 780.0, 1.2), (800.0, 790.0, 1.25)] {
        c.place((x, y), (s, s), 0.0);
        c.path("M-34 0H36Q28 14 20 16H-24Q-32 10 -34 0z", BROWN);
        c.path("M0 -4V-86Q44 -50 46 -4z", CREAM);
        c.path("M-4 -4V-74Q-28 -40 -30 -4z", BLUSH);
        c.path("M-34 18Q-90 40 -110 66Q-60 44 26 22z", &thin(NIGHT, 0.25));
        c.shut();
    }
    // The hill in the foreground, with roofs and trees.
    c.path("M0 900V730Q220 760 420 840Q520 880 560 900z", FOREST);
    c.path("M1600 900V800Q1360 800 1160 900z", FOREST);
    for (x, y, h) in [
        (40.0, 850.0, 190.0),
        (170.0, 860.0, 170.0),
        (290.0, 905.0, 160.0),
        (1540.0, 910.0, 200.0),
        (1400.0, 930.0, 160.0),
    ] {
        tree(c, (x, y), h, FOREST, LEAF);
    }
    for (x, y, s) in [(480.0, 380.0, 22.0), (1020.0, 330.0, 18.0), (560.0, 690.0, 34.0)] {
        gull(c, (x, y), s, CREAM);
    }
}

/// A long shed with a pitched roof.
fn shed(c: &mut Canvas, (x, y): (f64, f64), w: f64, roof: &str) {
    c.rect((x, y - 22.0), (w, 32.0), &mix(LIME, INDIGO, 0.25));
    c.poly(&[(x - 5.0, y - 20.0), (x + 18.0, y - 46.0), (x + w + 18.0, y - 46.0), (x + w + 5.0, y - 20.0)], roof);
    c.poly(
        &[(x + 18.0, y - 46.0), (x + w + 18.0, y - 46.0), (x + w + 12.0, y - 36.0), (x + 10.0, y - 36.0)],
        &mix(roof, CREAM, 0.45),
    );
    for i in 0..4 {
        c.rect((x + 8.0 + w * 0.24 * f64::from(i), y - 12.0), (w * 0.14, 22.0), BROWN);
    }
}

/// A level-luffing quay crane.
pub fn crane(c: &mut Canvas, at: (f64, f64), h: f64) {
    let k = h / 100.0;
    c.place(at, (k, k), 0.0);
    c.stroke("M-14 0L-6 -46M14 0L6 -46M-11 -16H11M-8 -34H8", 3.4, NIGHT);
    c.poly(&[(-12.0, -62.0), (12.0, -62.0), (10.0, -46.0), (-12.0, -46.0)], TERRA);
    c.poly(&[(-12.0, -62.0), (-4.0, -62.0), (-4.0, -46.0), (-12.0, -46.0)], BRICK);
    c.rect((1.0, -59.0), (8.0, 6.0), SUN);
    c.stroke("M4 -62L-52 -104M-4 -62L-52 -104M-30 -87L-22 -80M-6 -66L2 -82L-52 -104", 2.2, NIGHT);
    c.stroke("M-52 -104V-58", 0.9, NIGHT);
    c.rect((-55.0, -58.0), (6.0, 5.0), NIGHT);
    c.shut();
}

/// The city above its port, in the last sunlight.
pub fn skyline(c: &mut Canvas) {
    sky(c, 760.0, &[(0.0, INDIGO), (0.4, TERRA), (0.7, YELLOW), (1.0, CREAM)]);
    sun(c, (1120.0, 420.0), 130.0, 26);
    for (x, y, w) in [(60.0, 250.0, 420.0), (1180.0, 160.0, 360.0), (640.0, 130.0, 260.0)] {
        cloud(c, (x, y), w, &thin(BLUSH, 0.6));
    }
    let far = mix(TERRA, INDIGO, 0.45);
    for i in 0..30 {
        let h = c.between(40.0, 120.0);
        c.rect((f64::from(i) * 56.0 - 20.0, 560.0 - h), (62.0, h + 40.0), &far);
    }
    // A cathedral with its bell tower, the opera's dome, a second dome.
    c.path("M246 560V330L262 300L268 210L274 300L290 330V560z", &far);
    c.path("M330 560V420Q330 350 376 340L380 300L384 340Q430 350 430 420V560z", &far);
    let near = mix(INDIGO, BRICK, 0.35);
    c.path("M620 600V470H650V430Q660 350 760 336V316H780V336Q880 350 890 430V470H920V600z", &near);
    c.path("M650 430Q660 350 760 336L770 330Q700 372 690 430z", &mix(near.as_str(), NIGHT, 0.4));
    c.path("M780 336Q880 350 890 430H862Q850 370 780 336z", YELLOW);
    for i in 0..8 {
        c.path(&format!("M{0} 560v-46a10 10 0 0 1 20 0v46z", 640.0 + 32.0 * f64::from(i)), SUN);
    }
    for i in 0..17 {
        let (w, h) = (c.between(70.0, 120.0), c.between(70.0, 150.0));
        let x = f64::from(i) * 100.0 - 30.0;
        if (x + w < 620.0) || x > 915.0 {
            let wall = mix(INDIGO, BRICK, c.between(0.1, 0.5));
            c.rect((x, 610.0 - h), (w, h + 30.0), &wall);
            c.rect((x - 4.0, 606.0 - h), (w + 8.0, 8.0), &mix(&wall, YELLOW, 0.5));
            c.rect((x + w - 6.0, 610.0 - h), (6.0, h), &mix(&wall, YELLOW, 0.6));
            for k in 0..12 {
                if c.roll() > 0.35 {
                    let at = (x + 10.0 + f64::from(k % 4) * w * 0.22, 624.0 - h + f64::from(k / 4) * 34.0);
                    c.rect(at, (10.0, 18.0), if k % 5 == 0 { SUN } else { NIGHT });
                }
            }
        }
    }
    // The slope, its stairs, and the boulevard's trees.
    let slope = c.blend((0.0, 600.0), (0.0, 780.0), &[(0.0, ACACIA), (1.0, FOREST)]);
    c.path("M0 600Q800 570 1600 604V790H0z", &slope);
    for i in 0..34 {
        let x = f64::from(i) * 49.0;
        if !(1000.0..1110.0).contains(&x) {
            let r = c.between(26.0, 40.0);
            c.circle((x, 604.0), r, FOREST);
            c.circle((x + r * 0.3, 596.0), r * 0.6, &mix(ACACIA, YELLOW, 0.25));
        }
    }
    c.poly(&[(1036.0, 590.0), (1076.0, 590.0), (1128.0, 780.0), (984.0, 780.0)], LIME);
    for i in 0..14 {
        let k = f64::from(i) / 14.0;
        let y = 592.0 + 188.0 * k * k.sqrt();
        let half = 20.0 + 52.0 * (y - 590.0) / 190.0;
        c.rect((1056.0 - half, y), (half * 2.0, 3.0 + 3.0 * k), &thin(BROWN, 0.55));
    }
    c.path("M1048 590V560H1064V590zM1052 560Q1050 540 1056 532Q1062 540 1060 560z", NIGHT);
    c.rect((0.0, 772.0), (1600.0, 24.0), &mix(BROWN, NIGHT, 0.5));
    for (x, h) in [(120.0, 250.0), (270.0, 220.0), (400.0, 260.0), (1300.0, 240.0), (1470.0, 270.0)] {
        crane(c, (x, 776.0), h);
    }
    sea(
        c,
        790.0,
        &[(0.0, &mix(YELLOW, TERRA, 0.3)), (0.3, &mix(TERRA, INDIGO, 0.6)), (1.0, NIGHT)],
        &thin(BLUSH, 0.35),
    );
    glitter(c, (1120.0, 796.0), 1000.0, (120.0, 260.0), &thin(SUN, 0.85));
    freighter(c, (560.0, 830.0), 330.0, NIGHT);
    c.grain((0.0, 790.0), (1600.0, 210.0), 1200, &thin(NIGHT, 0.5), (0.0, 0.9));
    for (x, y, s) in [(420.0, 180.0, 26.0), (500.0, 230.0, 18.0), (960.0, 240.0, 20.0)] {
        gull(c, (x, y), s, CREAM);
    }
}
