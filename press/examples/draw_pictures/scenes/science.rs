//! Science: the microscope and what it shows, the telescope in its dome.

use crate::canvas::Canvas;
use crate::palette::*;

/// A brass microscope before the bright disc of its own field of view.
pub fn microscope(c: &mut Canvas) {
    let wall = c.blend((0.0, 0.0), (1600.0, 1000.0), &[(0.0, NIGHT), (1.0, DEEP)]);
    c.wash(&wall);
    let disc = c.blend((300.0, 60.0), (1200.0, 860.0), &[(0.0, TEAL), (0.5, MIST), (1.0, SUN)]);
    for (r, share) in [(520.0, 0.12), (470.0, 0.2)] {
        c.circle((620.0, 430.0), r, &thin(MIST, share));
    }
    c.circle((620.0, 430.0), 420.0, &disc);
    c.inside("M200 430a420 420 0 0 1 840 0a420 420 0 0 1 -840 0z");
    // Rods, spirals, chains and a large cell engulfing them.
    for _ in 0..54 {
        let (x, y) = (c.between(220.0, 1020.0), c.between(30.0, 830.0));
        let turn = c.between(0.0, 180.0).round();
        let pick = (c.roll() * 4.0) as usize;
        c.place((x, y), (1.0, 1.0), turn);
        match pick {
            0 => {
                c.slab((-30.0, -10.0), (60.0, 20.0), 10.0, TERRA);
                c.slab((-24.0, -8.0), (40.0, 6.0), 3.0, BLUSH);
            }
            1 => c.stroke("M-36 0q9 -18 18 0t18 0t18 0t18 0", 8.0, BRICK),
            2 => {
                for k in 0..4 {
                    c.circle((f64::from(k) * 19.0 - 28.0, 4.0 * f64::from(k % 2)), 11.0, SEA);
                    c.circle((f64::from(k) * 19.0 - 25.0, 4.0 * f64::from(k % 2) - 3.0), 4.0, FOAM);
                }
            }
            _ => c.circle((0.0, 0.0), 12.0, &thin(FOREST, 0.7)),
        }
        c.shut();
    }
    c.path("M250 480Q230 380 330 350Q380 280 460 330Q540 320 540 400Q600 460 530 520Q520 610 430 590Q340 630 310 560Q250 550 250 480z", &thin(CREAM, 0.88));
    c.stroke("M250 480Q230 380 330 350Q380 280 460 330Q540 320 540 400Q600 460 530 520Q520 610 430 590Q340 630 310 560Q250 550 250 480z", 6.0, YELLOW);
    c.path("M350 440Q360 390 420 400Q470 410 450 470Q430 520 380 500Q340 490 350 440z", "#6a4a7c");
    for (x, y, turn) in [(480.0, 430.0, 30.0), (320.0, 520.0, -40.0), (440.0, 545.0, 70.0)] {
        c.place((x, y), (1.0, 1.0), turn);
        c.slab((-28.0, -9.0), (56.0, 18.0), 9.0, TERRA);
        c.shut();
    }
    c.grain((200.0, 10.0), (840.0, 840.0), 1400, &thin(DEEP, 0.4), (-0.7, -0.7));
    c.shut();
    c.ring((620.0, 430.0), (420.0, 420.0), 10.0, YELLOW);
    let desk = c.blend((0.0, 800.0), (0.0, 1000.0), &[(0.0, TERRA), (1.0, &mix(BROWN, NIGHT, 0.4))]);
    c.rect((0.0, 810.0), (1600.0, 190.0), &desk);
    c.rect((0.0, 804.0), (1600.0, 12.0), SAND);
    c.path("M860 920H1300L1000 1000H420z", &thin(NIGHT, 0.5));
    // The instrument.
    let brass = c.blend((900.0, 0.0), (1180.0, 0.0), &[(0.0, BROWN), (0.4, YELLOW), (0.7, SUN), (1.0, YELLOW)]);
    let iron = c.blend((900.0, 0.0), (1330.0, 0.0), &[(0.0, NIGHT), (0.7, INDIGO), (1.0, TEAL)]);
    c.path("M880 920V890Q900 868 1000 868H1240Q1330 868 1340 900V920z", &iron);
    c.path(
        "M1190 876Q1330 800 1320 620Q1310 470 1180 400L1140 450Q1240 520 1240 630Q1240 760 1110 850L1100 876z",
        &iron,
    );
    c.path("M1190 876Q1330 800 1320 620Q1310 470 1180 400L1172 412Q1294 480 1302 620Q1310 790 1160 876z", TEAL);
    c.slab((890.0, 690.0), (330.0, 30.0), 6.0, NIGHT);
    c.slab((890.0, 690.0), (330.0, 9.0), 4.0, MIST);
    c.rect((950.0, 680.0), (160.0, 9.0), FOAM);
    c.place((1120.0, 560.0), (1.0, 1.0), 20.0);
    c.slab((-46.0, -330.0), (92.0, 330.0), 10.0, &mix(YELLOW, BROWN, 0.1));
    c.rect((-46.0, -330.0), (30.0, 330.0), &mix(YELLOW, BROWN, 0.6));
    c.rect((20.0, -330.0), (14.0, 330.0), CREAM);
    c.slab((-34.0, -420.0), (68.0, 100.0), 8.0, NIGHT);
    c.rect((12.0, -414.0), (8.0, 90.0), TEAL);
    c.slab((-44.0, -436.0), (88.0, 24.0), 8.0, YELLOW);
    for y in [-250.0, -120.0] {
        c.slab((-56.0, y), (112.0, 24.0), 8.0, BROWN);
        c.slab((-50.0, y + 4.0), (100.0, 8.0), 4.0, SUN);
    }
    c.slab((-60.0, -6.0), (120.0, 44.0), 14.0, NIGHT);
    c.poly(&[(-28.0, 36.0), (28.0, 36.0), (18.0, 104.0), (-18.0, 104.0)], YELLOW);
    c.poly(&[(-28.0, 36.0), (-8.0, 36.0), (-8.0, 104.0), (-18.0, 104.0)], BROWN);
    c.shut();
    c.rect((1000.0, 720.0), (80.0, 36.0), &brass);
    for (x, y, r) in [(1290.0, 560.0, 44.0), (1300.0, 700.0, 32.0)] {
        c.circle((x, y), r, BROWN);
        c.circle((x + 4.0, y - 4.0), r * 0.84, YELLOW);
        c.circle((x + 6.0, y - 6.0), r * 0.4, SUN);
    }
    c.oval((1010.0, 846.0), (74.0, 26.0), BROWN);
    c.oval((1014.0, 842.0), (62.0, 20.0), FOAM);
    // Glassware.
    for (x, colour) in [(130.0, TERRA), (1450.0, LEAF)] {
        c.path(
            &format!("M{0:.0} 640h52v110l78 140q8 26 -20 26h-168q-28 0 -20 -26l78 -140z", x - 26.0),
            &thin(MIST, 0.45),
        );
        c.path(&format!("M{:.0} 810h118l46 82q6 18 -14 18h-182q-20 0 -14 -18z", x - 59.0), &thin(colour, 0.9));
        c.slab((x - 36.0, 628.0), (72.0, 16.0), 6.0, FOAM);
        c.stroke(&format!("M{:.0} 760l54 96", x + 34.0), 6.0, &thin(CREAM, 0.8));
    }
    c.rect((280.0, 846.0), (260.0, 14.0), SAND);
    c.rect((280.0, 920.0), (260.0, 14.0), BROWN);
    for i in 0..5 {
        let x = 296.0 + 50.0 * f64::from(i);
        c.slab((x, 750.0), (30.0, 172.0), 15.0, &thin(FOAM, 0.55));
        c.slab(
            (x + 3.0, 810.0 + 12.0 * f64::from(i % 3)),
            (24.0, 108.0 - 12.0 * f64::from(i % 3)),
            12.0,
            [YELLOW, SEA, TERRA, LEAF, BLUSH][i as usize],
        );
    }
    for (x, y) in [(650.0, 900.0), (760.0, 880.0)] {
        c.oval((x, y + 8.0), (70.0, 18.0), &thin(NIGHT, 0.5));
        c.oval((x, y), (70.0, 18.0), &thin(FOAM, 0.8));
        c.oval((x, y - 3.0), (58.0, 13.0), &thin(YELLOW, 0.7));
    }
}

/// The refractor under the open slit of the dome.
pub fn telescope(c: &mut Canvas) {
    let shell = c.blend((0.0, 0.0), (1600.0, 700.0), &[(0.0, &mix(BROWN, NIGHT, 0.6)), (1.0, &mix(TERRA, NIGHT, 0.5))]);
    c.wash(&shell);
    // The ribs of the dome meet above the canvas.
    for i in -9..=9 {
        let x = 800.0 + 175.0 * f64::from(i);
        c.stroke(&format!("M{x:.0} 760Q{x:.0} 260 {:.0} -260", 800.0 + (x - 800.0) * 0.12), 9.0, &thin(NIGHT, 0.6));
        c.stroke(
            &format!("M{:.0} 760Q{:.0} 260 {:.0} -260", x + 7.0, x + 7.0, 804.0 + (x - 800.0) * 0.12),
            3.0,
            &thin(BLUSH, 0.35),
        );
    }
    for y in [120.0, 330.0, 540.0] {
        c.stroke(&format!("M-40 {:.0}Q800 {:.0} 1640 {:.0}", y + 90.0, y - 90.0, y + 90.0), 5.0, &thin(NIGHT, 0.5));
    }
    // The slit and the sky in it.
    let slit = "M900 650Q890 250 820 -60H1180Q1330 260 1310 610z";
    let night = c.blend((0.0, 0.0), (0.0, 650.0), &[(0.0, NIGHT), (0.5, DEEP), (1.0, TEAL)]);
    c.path("M872 668Q868 250 790 -60H1210Q1364 260 1342 624z", &mix(SAND, TERRA, 0.4));
    c.path(slit, &night);
    c.inside(slit);
    for _ in 0..150 {
        let at = (c.between(820.0, 1330.0), c.between(0.0, 640.0));
        let r = c.between(1.0, 3.4);
        c.circle(at, r, CREAM);
    }
    c.path("M820 520Q1020 380 1340 120L1340 240Q1060 460 860 640z", &thin(MIST, 0.22));
    c.path("M860 520Q1040 400 1340 160L1340 200Q1060 420 880 580z", &thin(CREAM, 0.2));
    c.circle((985.0, 130.0), 34.0, SUN);
    c.place((985.0, 130.0), (1.0, 1.0), -22.0);
    c.ring((0.0, 0.0), (66.0, 15.0), 7.0, BLUSH);
    c.shut();
    for (x, y, s) in [(1240.0, 130.0, 16.0), (1080.0, 330.0, 12.0), (950.0, 380.0, 10.0), (1250.0, 380.0, 13.0)] {
        c.path(
            &format!(
                "M{x} {:.0}Q{x} {y} {:.0} {y}Q{x} {y} {x} {:.0}Q{x} {y} {:.0} {y}Q{x} {y} {x} {:.0}z",
                y - s,
                x + s,
                y + s,
                x - s,
                y - s
            ),
            CREAM,
        );
    }
    c.shut();
    c.poly(&[(860.0, 640.0), (1310.0, 600.0), (1050.0, 1000.0), (200.0, 1000.0)], &thin(MIST, 0.16));
    // The round wall and the floor.
    let wall = c.blend(
        (0.0, 0.0),
        (1600.0, 0.0),
        &[(0.0, &mix(SAND, NIGHT, 0.75)), (0.6, &mix(SAND, INDIGO, 0.4)), (1.0, &mix(SAND, NIGHT, 0.6))],
    );
    c.path("M0 690Q800 600 1600 690V880Q800 800 0 880z", &wall);
    c.path("M0 690Q800 600 1600 690V712Q800 622 0 712z", &mix(YELLOW, BROWN, 0.4));
    let floor = c.blend((0.0, 820.0), (0.0, 1000.0), &[(0.0, BROWN), (1.0, NIGHT)]);
    c.path("M0 876Q800 796 1600 876V1000H0z", &floor);
    c.oval((700.0, 930.0), (330.0, 40.0), &thin(NIGHT, 0.5));
    // The pier.
    let pier = c.blend((600.0, 0.0), (790.0, 0.0), &[(0.0, NIGHT), (0.6, STONE), (1.0, LIME)]);
    c.poly(&[(560.0, 944.0), (830.0, 944.0), (770.0, 640.0), (640.0, 640.0)], &pier);
    c.rect((546.0, 930.0), (300.0, 30.0), &mix(STONE, NIGHT, 0.3));
    c.slab((650.0, 560.0), (110.0, 110.0), 16.0, NIGHT);
    // The tube.
    c.place((705.0, 530.0), (1.0, 1.0), -38.0);
    let tube =
        c.blend((0.0, -70.0), (0.0, 70.0), &[(0.0, CREAM), (0.35, LIME), (0.7, STONE), (1.0, &mix(BROWN, NIGHT, 0.3))]);
    c.poly(&[(-260.0, -52.0), (470.0, -66.0), (470.0, 66.0), (-260.0, 52.0)], &tube);
    let brass = c.blend((0.0, -80.0), (0.0, 80.0), &[(0.0, SUN), (0.4, YELLOW), (1.0, BROWN)]);
    c.slab((440.0, -82.0), (120.0, 164.0), 8.0, &brass);
    c.oval((560.0, 0.0), (18.0, 82.0), DEEP);
    c.oval((562.0, -10.0), (11.0, 56.0), MIST);
    for x in [-260.0, -90.0, 90.0, 270.0] {
        c.rect((x, -70.0 + (270.0 - x) * 0.016), (30.0, 136.0 - (270.0 - x) * 0.03), &brass);
    }
    c.slab((-360.0, -32.0), (110.0, 64.0), 10.0, NIGHT);
    c.slab((-420.0, -20.0), (70.0, 40.0), 8.0, &brass);
    c.slab((-200.0, -112.0), (360.0, 34.0), 12.0, &brass);
    c.rect((-150.0, -80.0), (16.0, 24.0), NIGHT);
    c.rect((90.0, -80.0), (16.0, 24.0), NIGHT);
    c.shut();
    c.ring((705.0, 620.0), (84.0, 84.0), 17.0, YELLOW);
    for i in 0..6 {
        let turn = std::f64::consts::PI * f64::from(i) / 6.0;
        c.line(
            (705.0 - 80.0 * turn.cos(), 620.0 - 80.0 * turn.sin()),
            (705.0 + 80.0 * turn.cos(), 620.0 + 80.0 * turn.sin()),
            5.0,
            YELLOW,
        );
    }
    // The observer at the eyepiece.
    c.poly(&[(300.0, 978.0), (350.0, 978.0), (180.0, 1000.0), (60.0, 1000.0)], &thin(NIGHT, 0.5));
    c.place((330.0, 982.0), (2.3, 2.3), 0.0);
    c.path("M-8 -42L-9 0h8L1 -34L7 0h8L10 -42z", NIGHT);
    c.path("M-12 -80Q0 -88 13 -78L14 -36Q1 -31 -13 -36z", INDIGO);
    c.path("M6 -82L13 -78L14 -36L8 -34z", TEAL);
    c.path("M9 -78L30 -66L32 -61L7 -66z", INDIGO);
    c.circle((4.0, -91.0), 7.0, &mix(BLUSH, BROWN, 0.25));
    c.path("M-4 -90Q-5 -101 5 -100Q11 -99 10 -95Q2 -96 -1 -86z", BROWN);
    c.shut();
    c.grain((0.0, 0.0), (1600.0, 1000.0), 4200, &thin(NIGHT, 0.5), (-0.9, 0.3));
}
