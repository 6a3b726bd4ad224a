//! Things on desks: the struck-out ledger, the typewriter, the microphone.

use crate::brushes::*;
use crate::canvas::Canvas;
use crate::palette::*;
use crate::people::*;

/// An open ledger with struck lines, a chain and a padlock across it.
pub fn ledger(c: &mut Canvas) {
    let desk = c.blend((0.0, 0.0), (1600.0, 1000.0), &[(0.0, FOREST), (1.0, &mix(FOREST, NIGHT, 0.55))]);
    c.wash(&desk);
    c.poly(&[(1100.0, 0.0), (1600.0, 0.0), (700.0, 1000.0), (100.0, 1000.0)], &thin(SUN, 0.18));
    c.slab((40.0, 60.0), (1520.0, 900.0), 20.0, &thin(NIGHT, 0.18));
    c.place((800.0, 520.0), (1.0, 1.0), -7.0);
    c.path("M-680 -290H640V350H-720z", &thin(NIGHT, 0.45));
    c.slab((-650.0, -344.0), (1300.0, 690.0), 16.0, BRICK);
    for page in 0..4 {
        let k = f64::from(page) * 5.0;
        c.path(
            &format!(
                "M0 {0}Q-320 {1} -{2} {0}V{3}Q-320 {4} 0 {3}zM0 {0}Q320 {1} {2} {0}V{3}Q320 {4} 0 {3}z",
                -310.0 - k,
                -356.0 - k,
                630.0 - k,
                322.0 - k,
                280.0 - k
            ),
            if page % 2 == 0 { SAND } else { CREAM },
        );
    }
    let left = c.blend((-640.0, 0.0), (0.0, 0.0), &[(0.0, LIME), (0.7, CREAM), (1.0, &mix(SAND, STONE, 0.3))]);
    let right = c.blend((0.0, 0.0), (640.0, 0.0), &[(0.0, &mix(SAND, STONE, 0.2)), (0.25, CREAM), (1.0, "#fff6e2")]);
    c.path("M0 -325Q-320 -371 -615 -325V307Q-320 265 0 307z", &left);
    c.path("M0 -325Q320 -371 615 -325V307Q320 265 0 307z", &right);
    for side in [-1.0, 1.0] {
        for i in 0..13 {
            let y = -262.0 + 42.0 * f64::from(i);
            c.stroke(
                &format!("M{:.0} {y:.0}Q{:.0} {:.0} {:.0} {y:.0}", side * 20.0, side * 320.0, y - 44.0, side * 600.0),
                1.6,
                &thin(SEA, 0.5),
            );
            for (start, most) in [(70.0_f64, 180.0), (300.0, 90.0), (430.0, 90.0)] {
                let long = most * c.between(0.5, 1.0);
                let a: f64 = if side < 0.0 { -590.0 + start } else { start - 20.0 };
                let lift = 22.0 * (1.0 - (a.abs() / 320.0 - 1.0).powi(2));
                c.slab((a, y - lift - 22.0), (long, 9.0), 4.0, &thin(INDIGO, 0.75));
            }
            if (i * 5 + i32::from(side > 0.0) * 2) % 4 == 1 {
                let (a, b) = (side * 40.0, side * 580.0);
                c.stroke(
                    &format!("M{a} {:.0}Q{:.0} {:.0} {b} {:.0}", y - 22.0, side * 320.0, y - 66.0, y - 12.0),
                    7.0,
                    TERRA,
                );
            }
        }
        for x in [60.0, 290.0, 420.0, 540.0] {
            c.line((side * x, -336.0), (side * x, 288.0), 2.0, &thin(TERRA, 0.55));
        }
    }
    c.rect((-4.0, -324.0), (8.0, 632.0), &thin(BROWN, 0.4));
    c.shut();
    // The chain, then the padlock.
    for (from, to) in [((60.0, 130.0), (1540.0, 850.0)), ((70.0, 880.0), (1530.0, 130.0))] {
        let (dx, dy): (f64, f64) = (to.0 - from.0, to.1 - from.1);
        let turn = dy.atan2(dx).to_degrees();
        let links = 27;
        for i in 0..links {
            let k = f64::from(i) / f64::from(links - 1);
            c.place((from.0 + dx * k, from.1 + dy * k), (1.0, 1.0), turn.round());
            if i % 2 == 0 {
                c.ring((-8.0, 16.0), (40.0, 20.0), 12.0, &thin(NIGHT, 0.4));
                c.ring((0.0, 0.0), (40.0, 20.0), 13.0, &mix(INDIGO, NIGHT, 0.3));
                c.stroke("M-34 -10Q0 -32 34 -10", 4.0, MIST);
            } else {
                c.slab((-42.0, -7.0), (84.0, 15.0), 7.0, INDIGO);
                c.slab((-38.0, -6.0), (76.0, 5.0), 2.0, TEAL);
            }
            c.shut();
        }
    }
    c.slab((650.0, 500.0), (300.0, 250.0), 30.0, &thin(NIGHT, 0.5));
    c.stroke("M716 470V400a84 84 0 0 1 168 0V470", 40.0, &mix(STONE, INDIGO, 0.5));
    c.stroke("M708 466V400a92 92 0 0 1 120 -86", 8.0, MIST);
    let brass = c.blend((670.0, 0.0), (930.0, 0.0), &[(0.0, BROWN), (0.35, YELLOW), (0.75, SUN), (1.0, YELLOW)]);
    c.slab((670.0, 456.0), (260.0, 236.0), 26.0, &brass);
    c.stroke("M690 500H910M690 648H910", 4.0, &thin(BROWN, 0.5));
    c.circle((800.0, 556.0), 28.0, NIGHT);
    c.path("M786 566h28l12 66h-52z", NIGHT);
    // A pen laid aside.
    c.place((1330.0, 880.0), (1.0, 1.0), -16.0);
    c.slab((-200.0, 6.0), (390.0, 30.0), 15.0, &thin(NIGHT, 0.4));
    c.slab((-170.0, -16.0), (360.0, 32.0), 16.0, NIGHT);
    c.rect((-20.0, -16.0), (16.0, 32.0), YELLOW);
    c.poly(&[(-170.0, -12.0), (-170.0, 12.0), (-232.0, 0.0)], YELLOW);
    c.slab((-150.0, -11.0), (320.0, 6.0), 3.0, TEAL);
    c.shut();
    c.grain((0.0, 0.0), (1600.0, 1000.0), 3600, &thin(NIGHT, 0.5), (-0.7, 0.5));
}

/// A typewriter at an open window over the sea.
pub fn typewriter(c: &mut Canvas) {
    c.wash(&mix(BLUSH, TERRA, 0.3));
    let air = c.blend((0.0, 60.0), (0.0, 420.0), &[(0.0, TEAL), (0.6, MIST), (1.0, SUN)]);
    c.rect((330.0, 30.0), (940.0, 620.0), &air);
    c.glow((1020.0, 300.0), 260.0, SUN, 0.9);
    c.circle((1020.0, 300.0), 50.0, CREAM);
    cloud(c, (430.0, 130.0), 260.0, &thin(CREAM, 0.8));
    let water = c.blend((0.0, 400.0), (0.0, 650.0), &[(0.0, TEAL), (1.0, DEEP)]);
    c.rect((330.0, 400.0), (940.0, 250.0), &water);
    glitter(c, (1020.0, 404.0), 650.0, (46.0, 130.0), &thin(SUN, 0.85));
    freighter(c, (560.0, 432.0), 170.0, BRICK);
    c.path("M330 520Q420 470 520 520L560 650H330z", FOREST);
    poplar(c, (400.0, 560.0), 260.0, FOREST);
    poplar(c, (470.0, 590.0), 200.0, FOREST);
    for (x, w) in [(320.0, 24.0), (786.0, 28.0), (1256.0, 24.0)] {
        c.rect((x, 20.0), (w, 640.0), CREAM);
        c.rect((x, 20.0), (w * 0.35, 640.0), STONE);
    }
    c.rect((320.0, 16.0), (960.0, 26.0), CREAM);
    c.path("M0 0H360Q330 300 210 470Q200 560 240 660H0z", CREAM);
    c.path("M1600 0H1240Q1270 300 1390 470Q1400 560 1360 660H1600z", &mix(CREAM, SAND, 0.4));
    for (a, b) in [(60.0, 40.0), (140.0, 110.0), (230.0, 160.0), (300.0, 196.0)] {
        c.stroke(&format!("M{a} 0Q{:.0} 300 {b} 660", a + 10.0), 5.0, &thin(STONE, 0.6));
        c.stroke(&format!("M{:.0} 0Q{:.0} 300 {:.0} 660", 1600.0 - a, 1590.0 - a, 1600.0 - b), 5.0, &thin(STONE, 0.8));
    }
    let desk = c.blend((0.0, 650.0), (0.0, 1000.0), &[(0.0, &mix(TERRA, BROWN, 0.5)), (1.0, &mix(BROWN, NIGHT, 0.4))]);
    c.rect((0.0, 650.0), (1600.0, 350.0), &desk);
    c.rect((0.0, 644.0), (1600.0, 14.0), SAND);
    for i in 0..8 {
        let y = 680.0 + 42.0 * f64::from(i);
        c.stroke(&format!("M0 {y}Q500 {:.0} 900 {y}T1600 {y}", y + 12.0), 2.0, &thin(NIGHT, 0.3));
    }
    c.path("M470 900L1130 900L960 1000H180z", &thin(NIGHT, 0.5));
    // Paper, carriage, body, keys.
    c.path("M620 520L606 236Q800 206 994 236L980 520z", CREAM);
    c.path("M620 520L606 236Q640 230 680 226L690 520z", &mix(CREAM, STONE, 0.35));
    for i in 0..8 {
        let y = 280.0 + 28.0 * f64::from(i);
        c.slab((664.0, y), (if i % 3 == 2 { 150.0 } else { 270.0 }, 7.0), 3.0, &thin(INDIGO, 0.7));
    }
    c.slab((480.0, 500.0), (640.0, 74.0), 34.0, NIGHT);
    c.slab((500.0, 508.0), (600.0, 20.0), 10.0, TEAL);
    for x in [452.0, 1112.0] {
        c.slab((x, 506.0), (38.0, 62.0), 10.0, YELLOW);
    }
    c.stroke("M470 520L420 470", 9.0, MIST);
    let body = c.blend((460.0, 0.0), (1140.0, 0.0), &[(0.0, NIGHT), (0.6, DEEP), (1.0, SEA)]);
    c.path("M520 566H1080L1130 700L1180 900Q1180 924 1150 924H450Q420 924 420 900L470 700z", &body);
    c.path("M520 566H1080L1092 600H508z", TEAL);
    c.path("M650 610a150 86 0 0 1 300 0L920 680H680z", NIGHT);
    for i in 0..15 {
        let turn = std::f64::consts::PI * (f64::from(i) + 0.5) / 15.0;
        c.line(
            (800.0 - 60.0 * turn.cos(), 672.0),
            (800.0 - 138.0 * turn.cos(), 612.0 - 64.0 * turn.sin() + 30.0),
            4.0,
            STONE,
        );
    }
    for (x, r) in [(580.0, 48.0), (1020.0, 48.0)] {
        c.circle((x, 636.0), r, &mix(BRICK, NIGHT, 0.3));
        c.circle((x, 636.0), r * 0.66, TERRA);
        c.circle((x, 636.0), r * 0.2, YELLOW);
    }
    for row in 0..4 {
        for k in 0..11 {
            let y = 726.0 + 46.0 * f64::from(row);
            let step = 56.0 + 3.0 * f64::from(row);
            let x = 800.0 + (f64::from(k) - 5.0) * step + 10.0 * f64::from(row % 2);
            c.oval((x - 3.0, y + 9.0), (21.0, 15.0), NIGHT);
            c.oval((x, y), (21.0, 15.0), MIST);
            c.oval((x, y - 1.0), (16.0, 11.0), CREAM);
        }
    }
    c.slab((580.0, 896.0), (440.0, 18.0), 9.0, CREAM);
    // Books, cup, acacia.
    for (i, (colour, w)) in [(TERRA, 300.0), (FOREST, 270.0), (YELLOW, 290.0), (SEA, 240.0)].into_iter().enumerate() {
        let y = 850.0 - 52.0 * i as f64;
        let x = 60.0 + 14.0 * (i % 2) as f64;
        c.slab((x, y), (w, 50.0), 6.0, &mix(colour, NIGHT, 0.1));
        c.rect((x + w - 40.0, y + 7.0), (40.0, 36.0), CREAM);
        c.rect((x + 30.0, y), (10.0, 50.0), &thin(CREAM, 0.7));
    }
    c.oval((1360.0, 900.0), (110.0, 22.0), &thin(NIGHT, 0.5));
    c.oval((1380.0, 886.0), (104.0, 22.0), CREAM);
    c.path("M1310 790H1450Q1452 880 1380 884Q1308 880 1310 790z", CREAM);
    c.path("M1310 790H1350Q1352 870 1380 884Q1308 880 1310 790z", &mix(CREAM, STONE, 0.6));
    c.ring((1460.0, 822.0), (26.0, 26.0), 11.0, CREAM);
    c.oval((1380.0, 790.0), (70.0, 14.0), BROWN);
    c.stroke("M1360 760q-16 -26 0 -50t0 -50M1400 764q-16 -26 0 -50t0 -46", 5.0, &thin(CREAM, 0.7));
    c.grain((0.0, 650.0), (1600.0, 350.0), 1800, &thin(NIGHT, 0.5), (-0.6, 0.6));
}

/// A studio microphone, a tape recorder, two cups and old photographs.
pub fn microphone(c: &mut Canvas) {
    let wall = c.blend((0.0, 0.0), (1600.0, 700.0), &[(0.0, BRICK), (0.5, TERRA), (1.0, YELLOW)]);
    c.wash(&wall);
    for i in 0..10 {
        let r = 200.0 + 90.0 * f64::from(i);
        c.ring((560.0, 380.0), (r, r), 26.0, &thin(CREAM, 0.15 - 0.012 * f64::from(i)));
    }
    // Photographs on the wall.
    for (x, y, turn) in [(1120.0, 190.0, -3.0), (1380.0, 230.0, 4.0)] {
        c.place((x, y), (1.0, 1.0), turn);
        c.rect((-104.0, -116.0), (210.0, 260.0), &thin(NIGHT, 0.35));
        c.rect((-96.0, -130.0), (210.0, 260.0), CREAM);
        let sepia = c.blend((0.0, -110.0), (0.0, 100.0), &[(0.0, SAND), (1.0, STONE)]);
        c.rect((-78.0, -112.0), (174.0, 210.0), &sepia);
        c.inside("M-78 -112h174v210h-174z");
        if turn < 0.0 {
            c.rect((-78.0, 20.0), (174.0, 80.0), &mix(STONE, BROWN, 0.5));
            c.place((-20.0, 96.0), (1.5, 1.5), 0.0);
            figure(c, Walker::Coat, BROWN);
            c.shut();
            c.place((40.0, 96.0), (1.4, 1.4), 0.0);
            figure(c, Walker::Dress, LIME);
            c.shut();
        } else {
            c.path("M-78 40H96V98H-78z", BROWN);
            c.path("M-40 40V-50L10 -90L60 -50V40z", &mix(STONE, BROWN, 0.6));
            for k in 0..3 {
                c.rect((-24.0 + 26.0 * f64::from(k), -30.0), (12.0, 30.0), SAND);
            }
        }
        c.shut();
        c.shut();
    }
    let table = c.blend((0.0, 690.0), (0.0, 1000.0), &[(0.0, &mix(BROWN, NIGHT, 0.1)), (1.0, NIGHT)]);
    c.rect((0.0, 690.0), (1600.0, 310.0), &table);
    c.rect((0.0, 684.0), (1600.0, 12.0), &mix(SAND, TERRA, 0.4));
    // The recorder.
    c.path("M880 900H1560L1500 980H700z", &thin(NIGHT, 0.6));
    let front = c.blend((900.0, 0.0), (1520.0, 0.0), &[(0.0, DEEP), (1.0, TEAL)]);
    c.slab((890.0, 470.0), (640.0, 450.0), 26.0, &mix(DEEP, NIGHT, 0.5));
    c.slab((908.0, 470.0), (622.0, 436.0), 24.0, &front);
    c.slab((934.0, 494.0), (570.0, 280.0), 14.0, CREAM);
    for (x, tape) in [(1080.0, 104.0), (1358.0, 72.0)] {
        c.circle((x - 8.0, 640.0), 122.0, &thin(NIGHT, 0.25));
        c.circle((x, 632.0), 122.0, &mix(MIST, CREAM, 0.3));
        c.circle((x, 632.0), tape, BROWN);
        c.circle((x, 632.0), 44.0, CREAM);
        for k in 0..3 {
            let turn = f64::from(k) * std::f64::consts::TAU / 3.0 + 0.5;
            c.oval((x + 84.0 * turn.cos(), 632.0 + 84.0 * turn.sin()), (24.0, 24.0), &thin(CREAM, 0.35));
        }
        c.circle((x, 632.0), 13.0, TERRA);
    }
    c.stroke("M1000 722L1150 766H1280L1410 690", 4.0, BROWN);
    c.slab((1160.0, 742.0), (118.0, 40.0), 8.0, NIGHT);
    for k in 0..5 {
        c.slab((950.0 + 62.0 * f64::from(k), 812.0), (48.0, 62.0), 8.0, if k == 1 { TERRA } else { CREAM });
    }
    c.slab((1310.0, 806.0), (180.0, 76.0), 10.0, SUN);
    c.stroke("M1330 866Q1400 800 1470 866", 3.0, BROWN);
    c.line((1400.0, 880.0), (1440.0, 822.0), 4.0, TERRA);
    // The microphone.
    c.path("M420 930L700 930L560 1000H60z", &thin(NIGHT, 0.55));
    c.oval((560.0, 926.0), (170.0, 36.0), NIGHT);
    c.oval((560.0, 914.0), (170.0, 34.0), &mix(INDIGO, TEAL, 0.3));
    c.rect((546.0, 690.0), (28.0, 226.0), NIGHT);
    c.rect((562.0, 690.0), (7.0, 220.0), MIST);
    c.stroke("M360 430Q360 700 560 700Q760 700 760 430", 22.0, NIGHT);
    c.stroke("M760 430Q760 690 580 698", 6.0, MIST);
    let metal =
        c.blend((390.0, 0.0), (730.0, 0.0), &[(0.0, NIGHT), (0.35, INDIGO), (0.7, MIST), (0.85, CREAM), (1.0, TEAL)]);
    c.path("M390 290a170 170 0 0 1 340 0V500a170 150 0 0 1 -340 0z", &metal);
    c.inside("M404 292a156 156 0 0 1 312 0V498a156 138 0 0 1 -312 0z");
    for i in 0..13 {
        c.line((390.0 + 26.0 * f64::from(i), 120.0), (390.0 + 26.0 * f64::from(i), 660.0), 9.0, &thin(NIGHT, 0.55));
    }
    for i in 0..20 {
        c.line((390.0, 130.0 + 27.0 * f64::from(i)), (730.0, 130.0 + 27.0 * f64::from(i)), 4.0, &thin(NIGHT, 0.35));
    }
    c.shut();
    c.slab((378.0, 384.0), (364.0, 48.0), 12.0, YELLOW);
    c.slab((378.0, 384.0), (130.0, 48.0), 12.0, &mix(YELLOW, BROWN, 0.55));
    for x in [360.0, 760.0] {
        c.circle((x, 424.0), 26.0, NIGHT);
        c.circle((x + 4.0, 420.0), 12.0, YELLOW);
    }
    for (x, colour) in [(170.0, CREAM), (790.0, MIST)] {
        c.oval((x - 20.0, 912.0), (92.0, 16.0), &thin(NIGHT, 0.5));
        c.path(
            &format!("M{:.0} 800H{:.0}L{:.0} 910H{:.0}z", x - 48.0, x + 48.0, x + 34.0, x - 34.0),
            &thin(colour, 0.8),
        );
        c.path(&format!("M{:.0} 826H{:.0}L{:.0} 904H{:.0}z", x - 42.0, x + 42.0, x + 31.0, x - 31.0), TERRA);
        c.path(&format!("M{:.0} 870H{:.0}L{:.0} 912H{:.0}z", x - 46.0, x + 46.0, x + 40.0, x - 40.0), &thin(SAND, 0.9));
    }
    c.grain((0.0, 0.0), (900.0, 700.0), 2600, &thin(NIGHT, 0.4), (-0.9, 0.2));
}
