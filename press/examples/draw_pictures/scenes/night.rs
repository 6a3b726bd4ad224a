//! After dark: the lamp in the window, the open-air screen, fireworks.

use crate::brushes::*;
use crate::canvas::Canvas;
use crate::palette::*;
use crate::people::*;

/// Stars from the top of the canvas down to `bottom`.
pub fn stars(c: &mut Canvas, bottom: f64) {
    for _ in 0..150 {
        let at = (c.between(0.0, c.w), bottom * c.roll() * c.roll().sqrt());
        let r = c.between(0.9, 2.8);
        c.circle(at, r, &thin(CREAM, 0.8));
    }
}

/// An oil lamp on the sill with a torch, a flask and a radio; the dark street outside.
pub fn lamp_window(c: &mut Canvas) {
    sky(c, 1000.0, &[(0.0, NIGHT), (0.6, INDIGO), (1.0, DEEP)]);
    stars(c, 520.0);
    c.circle((1120.0, 170.0), 56.0, CREAM);
    c.circle((1096.0, 158.0), 50.0, &mix(NIGHT, INDIGO, 0.2));
    for (i, (x, w, top)) in [
        (260.0, 190.0, 420.0),
        (440.0, 150.0, 350.0),
        (580.0, 220.0, 470.0),
        (790.0, 170.0, 390.0),
        (950.0, 210.0, 450.0),
        (1150.0, 230.0, 370.0),
    ]
    .into_iter()
    .enumerate()
    {
        c.rect((x, top), (w, 500.0), &mix(NIGHT, DEEP, 0.2 + 0.1 * (i % 3) as f64));
        c.rect((x - 4.0, top - 6.0), (w + 8.0, 12.0), &mix(INDIGO, TEAL, 0.3));
        c.rect((x + w * 0.2, top - 46.0), (22.0, 44.0), NIGHT);
        for row in 0..4 {
            for k in 0..3 {
                let lit = (row * 5 + k * 3 + i as i32 * 7) % 11 == 3;
                let at = (x + 22.0 + f64::from(k) * (w - 40.0) / 3.0, top + 36.0 + 66.0 * f64::from(row));
                c.rect(at, (26.0, 38.0), if lit { YELLOW } else { NIGHT });
                if lit {
                    c.glow((at.0 + 13.0, at.1 + 19.0), 60.0, YELLOW, 0.6);
                }
            }
        }
    }
    c.glow((800.0, 560.0), 620.0, YELLOW, 0.55);
    // Window frame, lit from within.
    let wood = c.blend((800.0, 0.0), (0.0, 0.0), &[(0.0, SUN), (0.5, TERRA), (1.0, &mix(BRICK, NIGHT, 0.7))]);
    let other = c.blend((800.0, 0.0), (1600.0, 0.0), &[(0.0, SUN), (0.5, TERRA), (1.0, &mix(BRICK, NIGHT, 0.7))]);
    c.rect((0.0, 0.0), (250.0, 800.0), &wood);
    c.rect((1350.0, 0.0), (250.0, 800.0), &other);
    for x in [240.0, 785.0, 1330.0] {
        c.rect((x, 0.0), (30.0, 790.0), &mix(CREAM, TERRA, 0.35));
        c.rect((x, 0.0), (10.0, 790.0), &mix(BROWN, NIGHT, 0.3));
    }
    c.rect((240.0, 250.0), (1120.0, 22.0), &mix(CREAM, TERRA, 0.4));
    c.rect((240.0, 272.0), (1120.0, 8.0), &mix(BROWN, NIGHT, 0.3));
    c.path("M0 0H270Q260 420 130 640Q120 720 150 800H0z", &mix(TERRA, NIGHT, 0.35));
    c.path("M1600 0H1330Q1340 420 1470 640Q1480 720 1450 800H1600z", &mix(TERRA, NIGHT, 0.35));
    for (a, b) in [(250.0, 120.0), (190.0, 80.0), (110.0, 30.0)] {
        c.stroke(&format!("M{a} 0Q{:.0} 420 {b} 790", a - 10.0), 9.0, &thin(YELLOW, 0.4));
        c.stroke(&format!("M{:.0} 0Q{:.0} 420 {:.0} 790", 1600.0 - a, 1610.0 - a, 1600.0 - b), 9.0, &thin(YELLOW, 0.4));
    }
    let sill = c.blend(
        (0.0, 780.0),
        (0.0, 1000.0),
        &[(0.0, &mix(SUN, TERRA, 0.3)), (0.25, TERRA), (1.0, &mix(BRICK, NIGHT, 0.7))],
    );
    c.rect((0.0, 780.0), (1600.0, 220.0), &sill);
    c.rect((0.0, 776.0), (1600.0, 14.0), SUN);
    c.glow((800.0, 860.0), 460.0, SUN, 0.6);
    // Shadows run away from the lamp on both sides.
    c.poly(&[(440.0, 870.0), (560.0, 870.0), (160.0, 1000.0), (-120.0, 1000.0)], &thin(NIGHT, 0.45));
    c.poly(&[(1010.0, 870.0), (1290.0, 870.0), (1760.0, 1000.0), (1290.0, 1000.0)], &thin(NIGHT, 0.45));
    // The lamp.
    c.oval((800.0, 906.0), (130.0, 26.0), &thin(NIGHT, 0.5));
    let brass = c.blend((690.0, 0.0), (910.0, 0.0), &[(0.0, BROWN), (0.4, YELLOW), (0.6, SUN), (1.0, BROWN)]);
    c.path("M690 900Q700 870 760 862L772 830H828L840 862Q900 870 910 900Q800 926 690 900z", &brass);
    c.path("M716 780Q716 720 800 716Q884 720 884 780Q880 836 800 838Q720 836 716 780z", &brass);
    c.rect((752.0, 690.0), (96.0, 32.0), &brass);
    c.slab((846.0, 700.0), (46.0, 12.0), 6.0, BROWN);
    c.path("M756 690Q700 620 740 540Q764 490 766 400H834Q836 490 860 540Q900 620 844 690z", &thin(SUN, 0.5));
    c.stroke("M756 690Q700 620 740 540Q764 490 766 400M834 400Q836 490 860 540Q900 620 844 690", 4.0, CREAM);
    c.glow((800.0, 610.0), 150.0, CREAM, 0.95);
    c.path("M778 686Q756 640 790 600Q800 580 800 550Q832 590 830 630Q838 660 820 686z", YELLOW);
    c.path("M786 686Q776 650 800 616Q820 646 812 686z", "#fffaf0");
    // Flask, radio, torch.
    let flask = c.blend((430.0, 0.0), (570.0, 0.0), &[(0.0, NIGHT), (0.7, SEA), (1.0, SUN)]);
    c.slab((440.0, 600.0), (124.0, 280.0), 22.0, &flask);
    c.slab((452.0, 540.0), (100.0, 74.0), 14.0, TERRA);
    c.rect((440.0, 650.0), (124.0, 16.0), CREAM);
    c.rect((440.0, 820.0), (124.0, 16.0), CREAM);
    let radio = c.blend((1010.0, 0.0), (1300.0, 0.0), &[(0.0, YELLOW), (0.2, ACACIA), (1.0, &mix(FOREST, NIGHT, 0.4))]);
    c.line((1270.0, 690.0), (1400.0, 420.0), 6.0, MIST);
    c.slab((1010.0, 690.0), (290.0, 190.0), 20.0, &radio);
    c.circle((1100.0, 786.0), 68.0, NIGHT);
    for r in [56.0, 40.0, 24.0, 8.0] {
        c.ring((1100.0, 786.0), (r, r), 4.0, &thin(SUN, 0.6));
    }
    c.slab((1186.0, 724.0), (96.0, 40.0), 6.0, SUN);
    c.line((1240.0, 728.0), (1240.0, 760.0), 4.0, TERRA);
    c.circle((1212.0, 818.0), 24.0, CREAM);
    c.circle((1264.0, 818.0), 16.0, TERRA);
    c.slab((240.0, 838.0), (150.0, 46.0), 12.0, NIGHT);
    c.poly(&[(384.0, 838.0), (424.0, 822.0), (424.0, 900.0), (384.0, 884.0)], BRICK);
    c.grain((0.0, 0.0), (800.0, 1000.0), 2200, &thin(NIGHT, 0.5), (-0.9, 0.3));
    c.grain((800.0, 0.0), (800.0, 1000.0), 2200, &thin(NIGHT, 0.5), (0.9, 0.3));
}

/// A film under the stars: the beam, the screen, rows of heads.
pub fn screen(c: &mut Canvas) {
    sky(c, 1000.0, &[(0.0, NIGHT), (0.6, INDIGO), (1.0, &mix(TERRA, INDIGO, 0.6))]);
    stars(c, 500.0);
    let far = mix(NIGHT, DEEP, 0.3);
    c.path("M0 640V520H90V470H200V540H300V500H380V640zM1600 640V500H1500V460H1400V530H1290V640z", &far);
    for i in 0..16 {
        let x = if i < 8 { 20.0 + 46.0 * f64::from(i) } else { 1290.0 + 40.0 * f64::from(i - 8) };
        c.rect((x, 556.0 + 14.0 * f64::from(i % 3)), (9.0, 14.0), YELLOW);
    }
    c.glow((800.0, 360.0), 800.0, SUN, 0.4);
    for x in [352.0, 1228.0] {
        c.rect((x, 90.0), (20.0, 620.0), NIGHT);
    }
    c.rect((348.0, 96.0), (904.0, 528.0), NIGHT);
    // The film: a ship, the sun and a road of light.
    c.inside("M366 114H1234V606H366z");
    let air = c.blend((0.0, 114.0), (0.0, 400.0), &[(0.0, TERRA), (0.6, YELLOW), (1.0, CREAM)]);
    c.rect((366.0, 114.0), (868.0, 300.0), &air);
    c.circle((900.0, 360.0), 96.0, CREAM);
    c.glow((900.0, 360.0), 280.0, CREAM, 0.9);
    let water = c.blend((0.0, 400.0), (0.0, 606.0), &[(0.0, TEAL), (1.0, DEEP)]);
    c.rect((366.0, 400.0), (868.0, 210.0), &water);
    glitter(c, (900.0, 404.0), 606.0, (90.0, 150.0), &thin(CREAM, 0.9));
    c.place((620.0, 470.0), (1.7, 1.7), 0.0);
    c.path("M-90 -20H80L104 -34L84 6H-74z", NIGHT);
    c.stroke("M-30 -20V-170M34 -20V-190", 4.0, NIGHT);
    c.path("M-26 -164Q40 -110 20 -30H-26zM38 -184Q110 -110 86 -34H38zM-34 -150Q-90 -90 -84 -28H-34z", BRICK);
    c.shut();
    c.shut();
    // The beam falls from behind the audience.
    c.poly(&[(366.0, 114.0), (1234.0, 114.0), (880.0, 1000.0), (850.0, 1000.0)], &thin(CREAM, 0.13));
    c.poly(&[(560.0, 114.0), (1000.0, 114.0), (880.0, 1000.0), (850.0, 1000.0)], &thin(CREAM, 0.13));
    for (row, (y, s)) in
        [(690.0, 26.0), (752.0, 34.0), (830.0, 46.0), (926.0, 62.0), (1046.0, 86.0)].into_iter().enumerate()
    {
        let shade =
            c.blend((0.0, y - s * 2.0), (0.0, y), &[(0.0, &mix(BROWN, TERRA, 0.5 - 0.1 * row as f64)), (1.0, NIGHT)]);
        c.rect((0.0, y - s * 0.2), (1600.0, 400.0), NIGHT);
        let mut x = -20.0 + s * row as f64 * 0.5;
        while x < 1640.0 {
            if c.roll() > 0.12 {
                let rise = c.between(0.0, s * 0.3);
                bust(c, (x, y - rise + s * 0.2), s * 1.05, &shade);
                c.stroke(
                    &format!(
                        "M{:.1} {:.1}a{:.1} {:.1} 0 0 1 {:.1} 0",
                        x - s * 0.42,
                        y - rise - s * 1.2,
                        s * 0.44,
                        s * 0.54,
                        s * 0.84
                    ),
                    3.0,
                    &thin(SUN, 0.75),
                );
            }
            x += s * 2.3;
        }
    }
    c.grain((0.0, 600.0), (1600.0, 400.0), 1400, &thin(NIGHT, 0.6), (0.0, 0.9));
}

/// City Day: bursts over the bay, reflected in the water, a crowd on the parapet.
pub fn fireworks(c: &mut Canvas) {
    sky(c, 700.0, &[(0.0, NIGHT), (0.7, INDIGO), (1.0, &mix(BRICK, INDIGO, 0.4))]);
    stars(c, 560.0);
    sea(c, 640.0, &[(0.0, INDIGO), (1.0, NIGHT)], &thin(TEAL, 0.3));
    for (x, y, r, colour, tip) in [
        (520.0, 250.0, 210.0, YELLOW, SUN),
        (1010.0, 200.0, 170.0, TERRA, BLUSH),
        (1320.0, 330.0, 150.0, TEAL, FOAM),
        (250.0, 420.0, 120.0, BLUSH, CREAM),
        (790.0, 440.0, 110.0, LEAF, SUN),
    ] {
        c.glow((x, y), r * 1.6, colour, 0.5);
        for i in 0..30 {
            let turn = std::f64::consts::TAU * f64::from(i) / 30.0;
            let reach = r * if i % 2 == 0 { 1.0 } else { 0.72 };
            let (sin, cos) = turn.sin_cos();
            let end = (x + reach * cos, y + reach * sin + r * 0.16);
            c.stroke(
                &format!(
                    "M{:.0} {:.0}Q{:.0} {:.0} {:.0} {:.0}",
                    x + r * 0.16 * cos,
                    y + r * 0.16 * sin,
                    x + reach * 0.7 * cos,
                    y + reach * 0.7 * sin,
                    end.0,
                    end.1
                ),
                if i % 2 == 0 { 5.0 } else { 3.0 },
                colour,
            );
            c.circle(end, if i % 2 == 0 { 6.5 } else { 4.0 }, tip);
        }
        c.circle((x, y), r * 0.09, CREAM);
        c.stroke(
            &format!("M{:.0} 640Q{:.0} {:.0} {x:.0} {:.0}", x + 30.0, x + 24.0, y + r * 1.6, y + r * 0.3),
            3.0,
            &thin(tip, 0.35),
        );
        glitter(c, (x, 660.0), 960.0, (r * 0.3, r * 0.7), &thin(colour, 0.6));
    }
    // The far shore: port, lighthouse, ship dressed with lamps.
    c.path("M0 650V612H120V590H190V620H420L560 640V650z", NIGHT);
    super::harbour::crane(c, (110.0, 616.0), 110.0);
    super::harbour::crane(c, (250.0, 622.0), 100.0);
    c.poly(&[(1440.0, 648.0), (1450.0, 540.0), (1474.0, 540.0), (1484.0, 648.0)], &mix(CREAM, INDIGO, 0.35));
    c.rect((1450.0, 522.0), (24.0, 18.0), SUN);
    c.glow((1462.0, 530.0), 70.0, SUN, 0.9);
    c.poly(&[(1444.0, 522.0), (1480.0, 522.0), (1462.0, 504.0)], TERRA);
    c.path("M1180 652L1600 640V656H1180z", NIGHT);
    freighter(c, (700.0, 680.0), 330.0, NIGHT);
    c.stroke("M540 650L560 570L760 600L866 640", 2.0, NIGHT);
    for i in 0..16 {
        let t = f64::from(i) / 15.0;
        c.circle((560.0 + 300.0 * t, 572.0 + 60.0 * t * t), 4.0, SUN);
    }
    // The parapet and the onlookers, rim-lit.
    c.rect((0.0, 880.0), (1600.0, 120.0), &mix(NIGHT, INDIGO, 0.3));
    c.rect((0.0, 872.0), (1600.0, 20.0), &mix(TERRA, INDIGO, 0.4));
    let mut x = 30.0;
    let mut i = 0;
    while x < 1600.0 {
        let k = c.between(2.1, 2.6) * if i % 5 == 3 { 0.72 } else { 1.0 };
        for (shift, colour) in [(4.0, [YELLOW, TERRA, TEAL][i % 3]), (0.0, NIGHT)] {
            c.place((x + shift, 1006.0 - shift), (k, k), 0.0);
            c.path("M-14 0V-44Q-16 -78 -6 -82H6Q16 -78 14 -44V0z", colour);
            c.oval((0.0, -93.0), (7.5, 9.0), colour);
            if i % 4 == 1 {
                c.path("M10 -78L22 -112L28 -110L14 -60zM-10 -78L-24 -110L-18 -113L-6 -80z", colour);
            }
            c.shut();
        }
        x += c.between(56.0, 128.0);
        i += 1;
    }
}
