//! Ships at work: the grain berth, the bulk carrier head on, the pilot boat.

use crate::brushes::*;
use crate::canvas::Canvas;
use crate::palette::*;
use crate::people::*;

/// Silos, a conveyor bridge and a ship taking on grain in a golden stream.
pub fn grain_port(c: &mut Canvas) {
    sky(c, 720.0, &[(0.0, TEAL), (0.55, MIST), (1.0, SUN)]);
    sun(c, (1330.0, 250.0), 74.0, 18);
    cloud(c, (880.0, 180.0), 330.0, &thin(CREAM, 0.8));
    cloud(c, (120.0, 130.0), 260.0, &thin(CREAM, 0.6));
    c.path("M900 690Q1180 600 1600 640V720H900z", &mix(TEAL, SEA, 0.4));
    sea(c, 690.0, &[(0.0, TEAL), (0.4, SEA), (1.0, DEEP)], &thin(MIST, 0.4));
    glitter(c, (1330.0, 700.0), 990.0, (70.0, 190.0), &thin(SUN, 0.8));
    for i in 0..6 {
        let x = 40.0 + 108.0 * f64::from(i);
        let body = c.blend(
            (x, 0.0),
            (x + 104.0, 0.0),
            &[(0.0, &mix(STONE, INDIGO, 0.5)), (0.55, SAND), (0.85, CREAM), (1.0, LIME)],
        );
        c.rect((x, 270.0), (104.0, 430.0), &body);
        c.oval((x + 52.0, 272.0), (52.0, 13.0), &mix(LIME, SAND, 0.5));
        for band in 0..7 {
            c.rect((x, 320.0 + 55.0 * f64::from(band)), (104.0, 2.5), &thin(BROWN, 0.28));
        }
        c.grain((x, 280.0), (52.0, 420.0), 260, &thin(NIGHT, 0.45), (-0.9, 0.0));
    }
    let tower = c.blend((680.0, 0.0), (800.0, 0.0), &[(0.0, BRICK), (1.0, TERRA)]);
    c.rect((688.0, 150.0), (112.0, 560.0), &tower);
    c.rect((678.0, 136.0), (132.0, 22.0), BROWN);
    for row in 0..6 {
        c.rect((716.0, 200.0 + 74.0 * f64::from(row)), (20.0, 36.0), &mix(BRICK, NIGHT, 0.6));
        c.rect((756.0, 200.0 + 74.0 * f64::from(row)), (20.0, 36.0), SUN);
    }
    c.rect((30.0, 212.0), (670.0, 46.0), BRICK);
    c.rect((30.0, 204.0), (670.0, 12.0), TERRA);
    for i in 0..11 {
        c.rect((56.0 + 58.0 * f64::from(i), 226.0), (30.0, 16.0), SUN);
    }
    let gallery = [(800.0, 190.0), (1090.0, 300.0), (1090.0, 346.0), (800.0, 236.0)];
    c.poly(&gallery, BRICK);
    c.poly(&[(800.0, 184.0), (1094.0, 294.0), (1094.0, 306.0), (800.0, 198.0)], TERRA);
    for i in 0..7 {
        let x = 830.0 + 36.0 * f64::from(i);
        let y = 216.0 + 13.7 * f64::from(i);
        c.poly(&[(x, y), (x + 18.0, y + 7.0), (x + 18.0, y + 21.0), (x, y + 14.0)], SUN);
    }
    for x in [930.0, 1062.0] {
        let y = 250.0 + (x - 800.0) * 0.36;
        c.poly(&[(x - 6.0, y), (x + 6.0, y), (x + 26.0, 716.0), (x + 12.0, 716.0)], NIGHT);
        c.poly(&[(x - 6.0, y), (x + 6.0, y), (x - 12.0, 716.0), (x - 26.0, 716.0)], BROWN);
        c.line((x - 18.0, 600.0), (x + 18.0, 600.0), 5.0, NIGHT);
    }
    c.rect((0.0, 694.0), (900.0, 92.0), &mix(STONE, BROWN, 0.3));
    c.rect((0.0, 690.0), (900.0, 14.0), LIME);
    for i in 0..9 {
        c.rect((30.0 + 100.0 * f64::from(i), 716.0), (34.0, 60.0), &mix(BROWN, NIGHT, 0.4));
    }
    c.place((0.0, 0.0), (1.0, 1.0), 0.0);
    freighter(c, (1080.0, 800.0), 840.0, DEEP);
    c.shut();
    c.poly(&[(1074.0, 340.0), (1096.0, 340.0), (1104.0, 430.0), (1082.0, 430.0)], NIGHT);
    let gold = c.blend((0.0, 430.0), (0.0, 700.0), &[(0.0, YELLOW), (1.0, SUN)]);
    c.path("M1083 430h20Q1110 560 1128 704H1064Q1078 560 1083 430z", &gold);
    c.grain((1050.0, 560.0), (94.0, 146.0), 420, YELLOW, (0.0, 0.9));
    c.path("M1034 706Q1096 650 1158 706z", YELLOW);
    c.path("M1096 682Q1130 684 1158 706H1100z", SUN);
    c.path("M600 800H1500Q1380 850 900 862Q680 850 600 800z", &thin(NIGHT, 0.35));
    for (x, y) in [(860.0, 690.0), (610.0, 690.0), (560.0, 690.0)] {
        person(c, (x, y), 62.0, Walker::Coat, TERRA);
    }
    for (x, y, s) in [(1180.0, 180.0, 30.0), (1260.0, 130.0, 22.0), (1010.0, 120.0, 18.0), (300.0, 880.0, 26.0)] {
        gull(c, (x, y), s, CREAM);
    }
}

/// The bow of a bulk carrier, head on, above a tug.
pub fn bulk_carrier(c: &mut Canvas) {
    sky(c, 800.0, &[(0.0, YELLOW), (0.45, SUN), (1.0, CREAM)]);
    sun(c, (1180.0, 330.0), 120.0, 24);
    cloud(c, (80.0, 470.0), 380.0, &thin(BLUSH, 0.75));
    cloud(c, (1180.0, 560.0), 400.0, &thin(BLUSH, 0.75));
    c.path(
        "M0 800V742L140 724L300 752L420 756L620 800zM1600 800V716L1420 738L1240 756L1020 800z",
        &mix(TEAL, SEA, 0.25),
    );
    sea(c, 792.0, &[(0.0, TEAL), (0.5, SEA), (1.0, DEEP)], &thin(FOAM, 0.4));
    glitter(c, (1230.0, 800.0), 1000.0, (120.0, 240.0), &thin(SUN, 0.85));
    // The deckhouse and the cranes behind the bow.
    c.rect((560.0, 116.0), (460.0, 150.0), LIME);
    c.rect((560.0, 116.0), (120.0, 150.0), &mix(LIME, INDIGO, 0.4));
    c.rect((520.0, 92.0), (540.0, 42.0), CREAM);
    for i in 0..12 {
        c.rect((536.0 + 43.0 * f64::from(i), 102.0), (30.0, 18.0), DEEP);
    }
    c.rect((740.0, 34.0), (100.0, 60.0), TERRA);
    c.rect((740.0, 46.0), (100.0, 14.0), NIGHT);
    c.rect((784.0, 8.0), (12.0, 160.0), NIGHT);
    c.rect((730.0, 66.0), (120.0, 6.0), NIGHT);
    let left = c.blend((360.0, 0.0), (800.0, 0.0), &[(0.0, NIGHT), (1.0, INDIGO)]);
    let right = c.blend((800.0, 200.0), (1240.0, 500.0), &[(0.0, SEA), (0.6, DEEP), (1.0, NIGHT)]);
    c.path("M372 214Q600 250 790 262L790 846H640Q470 600 372 214z", &left);
    c.path("M1208 214Q980 250 790 262L790 846H940Q1110 600 1208 214z", &right);
    c.path("M790 262L790 846H826Q812 560 838 258z", &thin(MIST, 0.55));
    c.path("M372 214Q600 250 790 262Q980 250 1208 214L1203 236Q980 274 790 288Q600 274 377 236z", CREAM);
    c.path("M372 214Q600 250 790 262V288Q600 274 377 236z", &mix(CREAM, INDIGO, 0.35));
    c.path("M532 756Q585 800 640 846H790V762Q640 764 532 740z", BRICK);
    c.path("M1048 756Q995 800 940 846H790V762Q940 764 1048 740z", TERRA);
    c.grain((560.0, 300.0), (220.0, 440.0), 1500, &thin(TEAL, 0.35), (0.9, 0.0));
    c.grain((840.0, 290.0), (210.0, 420.0), 1200, &thin(NIGHT, 0.5), (0.9, 0.3));
    for (x, fill) in [(640.0, TEAL), (946.0, MIST)] {
        c.oval((x, 430.0), (24.0, 30.0), NIGHT);
        c.ring((x, 430.0), (24.0, 30.0), 6.0, fill);
        c.line((x, 440.0), (x, 496.0), 12.0, NIGHT);
        c.stroke(&format!("M{} 470Q{} 510 {x} 506Q{} 510 {} 470", x - 38.0, x - 30.0, x + 30.0, x + 38.0), 11.0, NIGHT);
    }
    c.path("M560 848Q700 800 790 838Q880 800 1020 848Q900 870 790 860Q660 872 560 848z", FOAM);
    c.path("M520 866Q660 836 790 868Q930 834 1070 866Q930 896 790 884Q640 898 520 866z", &thin(FOAM, 0.6));
    c.path("M640 880H940Q910 960 790 1000H760Q680 960 640 880z", &thin(NIGHT, 0.4));
    // The tug.
    c.place((270.0, 880.0), (1.25, 1.25), 0.0);
    c.path("M-92 -22Q0 -8 104 -36Q98 4 82 18H-76Q-92 0 -92 -22z", TERRA);
    c.path("M-92 -22Q0 -8 104 -36L103 -24Q0 2 -92 -12z", NIGHT);
    c.rect((-24.0, -74.0), (70.0, 56.0), CREAM);
    c.rect((-24.0, -74.0), (22.0, 56.0), &mix(CREAM, INDIGO, 0.35));
    c.rect((-32.0, -82.0), (86.0, 11.0), LIME);
    c.rect((4.0, -64.0), (34.0, 17.0), DEEP);
    c.rect((-60.0, -66.0), (24.0, 48.0), NIGHT);
    c.rect((-60.0, -56.0), (24.0, 10.0), YELLOW);
    c.path("M-110 24Q0 6 120 24Q60 38 -20 34Q-80 36 -110 24z", FOAM);
    c.shut();
    c.stroke("M396 836Q520 720 600 252", 3.5, NIGHT);
    for (x, y, s) in [(300.0, 300.0, 34.0), (220.0, 380.0, 24.0), (1340.0, 210.0, 28.0), (1420.0, 450.0, 34.0)] {
        gull(c, (x, y), s, NIGHT);
    }
}

/// A pilot climbs the ladder of a ship while the boat rides alongside.
pub fn pilot_boat(c: &mut Canvas) {
    sky(c, 640.0, &[(0.0, DEEP), (0.5, TEAL), (1.0, BLUSH)]);
    c.glow((420.0, 560.0), 520.0, SUN, 0.75);
    c.circle((420.0, 520.0), 62.0, CREAM);
    cloud(c, (60.0, 220.0), 420.0, &thin(MIST, 0.55));
    cloud(c, (420.0, 330.0), 260.0, &thin(CREAM, 0.5));
    sea(c, 600.0, &[(0.0, TEAL), (0.4, SEA), (1.0, NIGHT)], &thin(MIST, 0.35));
    glitter(c, (420.0, 606.0), 1000.0, (60.0, 260.0), &thin(SUN, 0.75));
    let hull = c.blend((830.0, 0.0), (1600.0, 0.0), &[(0.0, TERRA), (0.5, BRICK), (1.0, &mix(BRICK, NIGHT, 0.55))]);
    c.path("M830 0H1600V860Q1200 880 930 850Q850 420 830 0z", &hull);
    c.path("M912 690H1600V862Q1200 880 930 850Q920 780 912 690z", &mix(NIGHT, BRICK, 0.15));
    c.path("M912 690H1600V700H913z", CREAM);
    for i in 0..7 {
        let y = 90.0 + 96.0 * f64::from(i);
        c.line((852.0 + 8.0 * f64::from(i), y), (1600.0, y), 2.0, &thin(NIGHT, 0.22));
        c.line((1000.0 + 90.0 * f64::from(i), 0.0), (1000.0 + 90.0 * f64::from(i), 690.0), 2.0, &thin(NIGHT, 0.16));
    }
    c.grain((840.0, 0.0), (760.0, 690.0), 2600, &thin(NIGHT, 0.4), (0.9, 0.2));
    for i in 0..8 {
        let y = 596.0 + 34.0 * f64::from(i);
        c.rect((1470.0, y), (if i % 2 == 0 { 46.0 } else { 26.0 }, 5.0), CREAM);
    }
    // The ladder and the pilot.
    for x in [1052.0, 1128.0] {
        c.line((x, 0.0), (x + 10.0, 742.0), 6.0, LIME);
        c.line((x - 20.0, 0.0), (x - 10.0, 742.0), 6.0, &thin(NIGHT, 0.35));
    }
    for i in 0..17 {
        let y = 24.0 + 43.0 * f64::from(i);
        c.line((1030.0 + 0.56 * f64::from(i), y + 4.0), (1108.0, y + 4.0), 8.0, &thin(NIGHT, 0.35));
        c.line(
            (1048.0 + 0.56 * f64::from(i), y),
            (1134.0 + 0.56 * f64::from(i), y),
            9.0,
            if i % 6 == 5 { YELLOW } else { SAND },
        );
    }
    c.place((1096.0, 560.0), (2.5, 2.5), 0.0);
    c.path("M-10 -46L-15 -22L-10 0h9L-3 -22L2 -42zM2 -44L12 -26L8 -10h8L22 -28L12 -48z", NIGHT);
    c.path("M-13 -84Q0 -92 13 -84L15 -42Q0 -36 -14 -42z", YELLOW);
    c.path("M-13 -84Q-8 -88 -3 -88L-4 -40Q-10 -40 -14 -42z", &mix(YELLOW, BROWN, 0.45));
    c.path("M-14 -66H15V-60H-14zM-14 -52H15V-47H-14z", CREAM);
    c.path(
        "M11 -84L20 -104L14 -118L20 -120L27 -104L15 -74zM-11 -82L-20 -92L-17 -106L-11 -106L-13 -94L-6 -84z",
        &mix(YELLOW, BROWN, 0.3),
    );
    c.circle((0.0, -95.0), 8.5, &mix(BLUSH, BROWN, 0.35));
    c.path("M-10 -96Q-9 -107 0 -107Q10 -107 10 -96z", TERRA);
    c.shut();
    // The boat.
    c.place((610.0, 800.0), (1.62, 1.62), -7.0);
    c.path("M-210 -46Q-40 -30 130 -46Q190 -56 232 -84Q214 -16 170 30H-176Q-208 0 -210 -46z", INDIGO);
    c.path("M-210 -46Q-40 -30 130 -46Q190 -56 232 -84L228 -66Q190 -38 130 -28Q-40 -12 -209 -28z", YELLOW);
    c.path("M-202 4Q0 14 196 -4Q184 16 170 30H-176Q-194 16 -202 4z", TERRA);
    c.poly(&[(-70.0, -44.0), (-56.0, -120.0), (48.0, -120.0), (86.0, -46.0)], CREAM);
    c.poly(&[(-70.0, -44.0), (-56.0, -120.0), (-20.0, -120.0), (-26.0, -42.0)], &mix(CREAM, INDIGO, 0.3));
    c.poly(&[(-14.0, -110.0), (10.0, -110.0), (12.0, -80.0), (-16.0, -80.0)], DEEP);
    c.poly(&[(18.0, -110.0), (42.0, -110.0), (58.0, -80.0), (20.0, -80.0)], DEEP);
    c.poly(&[(30.0, -110.0), (42.0, -110.0), (58.0, -80.0), (48.0, -80.0)], TEAL);
    c.rect((-66.0, -130.0), (124.0, 12.0), TERRA);
    c.line((-20.0, -130.0), (-26.0, -206.0), 5.0, NIGHT);
    c.path("M-25 -204Q10 -214 34 -198Q8 -194 -23 -178z", FOAM);
    c.path("M-24 -191Q6 -202 30 -197Q6 -194 -23 -178z", TERRA);
    c.stroke("M96 -46V-74L196 -96M-190 -46V-70H-76M-132 -44V-70M146 -52V-84", 4.0, CREAM);
    c.shut();
    c.place((812.0, 700.0), (1.5, 1.5), 0.0);
    figure(c, Walker::Coat, TERRA);
    c.shut();
    c.path(
        "M120 900Q260 810 420 880Q620 960 800 860Q980 770 1120 850Q1320 930 1600 840V1000H0V930Q70 930 120 900z",
        &mix(DEEP, SEA, 0.35),
    );
    c.path(
        "M120 900Q260 810 420 880Q620 960 800 860Q980 770 1120 850Q1000 810 812 890Q620 980 410 900Q260 840 120 900z",
        FOAM,
    );
    c.path("M0 960Q240 890 520 950Q820 1010 1120 930Q1340 880 1600 940V1000H0z", DEEP);
    c.path("M520 950Q820 1010 1120 930Q1340 880 1600 940Q1340 900 1130 946Q820 1024 520 950z", MIST);
    c.grain((0.0, 800.0), (1600.0, 200.0), 1400, &thin(NIGHT, 0.4), (0.0, 0.9));
    for (x, y, s) in [(200.0, 140.0, 26.0), (640.0, 190.0, 34.0), (710.0, 130.0, 22.0)] {
        gull(c, (x, y), s, FOAM);
    }
}
