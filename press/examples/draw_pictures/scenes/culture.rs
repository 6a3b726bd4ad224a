//! Arts: the painting on the easel, the violin.

use crate::brushes::*;
use crate::canvas::Canvas;
use crate::palette::*;

/// A seascape on the easel, half of it still under old varnish.
pub fn easel(c: &mut Canvas) {
    let wall = c.blend((0.0, 0.0), (1600.0, 0.0), &[(0.0, &mix(STONE, INDIGO, 0.6)), (0.6, SAND), (1.0, LIME)]);
    c.wash(&wall);
    // North light.
    let air = c.blend((0.0, 0.0), (0.0, 560.0), &[(0.0, TEAL), (1.0, FOAM)]);
    c.poly(&[(1290.0, 40.0), (1600.0, 0.0), (1600.0, 620.0), (1290.0, 560.0)], CREAM);
    c.poly(&[(1306.0, 58.0), (1600.0, 20.0), (1600.0, 598.0), (1306.0, 546.0)], &air);
    for x in [1390.0, 1490.0] {
        c.line((x, 40.0), (x, 580.0), 9.0, CREAM);
    }
    for y in [190.0, 330.0, 460.0] {
        c.line((1306.0, y), (1600.0, y + (y - 300.0) * 0.12), 9.0, CREAM);
    }
    c.poly(&[(1290.0, 60.0), (1290.0, 540.0), (200.0, 1000.0), (200.0, 620.0)], &thin(CREAM, 0.2));
    let floor = c.blend((0.0, 780.0), (0.0, 1000.0), &[(0.0, TERRA), (1.0, &mix(BROWN, NIGHT, 0.3))]);
    c.rect((0.0, 790.0), (1600.0, 210.0), &floor);
    for i in -8..=8 {
        let k = f64::from(i);
        c.line((800.0 + 120.0 * k, 790.0), (800.0 + 230.0 * k, 1000.0), 3.0, &thin(NIGHT, 0.35));
    }
    c.path("M420 850L1010 850L500 1000H-160z", &thin(NIGHT, 0.4));
    // Canvases waiting their turn.
    for (x, y, w, h, fill) in [(40.0, 430.0, 210.0, 380.0, BRICK), (130.0, 520.0, 220.0, 300.0, FOREST)] {
        c.rect((x, y), (w, h), &mix(BROWN, NIGHT, 0.3));
        c.rect((x + 10.0, y + 10.0), (w - 20.0, h - 20.0), &mix(fill, STONE, 0.4));
        c.line((x, y), (x + w, y + h), 9.0, &mix(BROWN, STONE, 0.3));
    }
    // The easel.
    c.line((740.0, 30.0), (740.0, 800.0), 30.0, BROWN);
    c.line((700.0, 60.0), (470.0, 920.0), 26.0, &mix(BROWN, STONE, 0.3));
    c.line((780.0, 60.0), (1010.0, 920.0), 26.0, &mix(BROWN, STONE, 0.5));
    c.rect((460.0, 694.0), (570.0, 32.0), BROWN);
    c.rect((460.0, 690.0), (570.0, 10.0), SAND);
    // The frame and the picture.
    c.rect((352.0, 150.0), (770.0, 560.0), &thin(NIGHT, 0.35));
    let gilt = c.blend((370.0, 130.0), (1120.0, 690.0), &[(0.0, BROWN), (0.5, YELLOW), (1.0, SUN)]);
    c.rect((370.0, 130.0), (750.0, 562.0), &gilt);
    c.rect((396.0, 156.0), (698.0, 510.0), &mix(BROWN, NIGHT, 0.3));
    c.inside("M410 170H1080V652H410z");
    let air = c.blend((0.0, 170.0), (0.0, 440.0), &[(0.0, SEA), (0.5, MIST), (1.0, SUN)]);
    c.rect((410.0, 170.0), (670.0, 290.0), &air);
    c.glow((900.0, 350.0), 240.0, CREAM, 0.9);
    c.circle((900.0, 350.0), 36.0, CREAM);
    cloud(c, (470.0, 230.0), 260.0, CREAM);
    cloud(c, (800.0, 240.0), 220.0, CREAM);
    let water = c.blend((0.0, 430.0), (0.0, 652.0), &[(0.0, TEAL), (1.0, DEEP)]);
    c.rect((410.0, 430.0), (670.0, 230.0), &water);
    glitter(c, (900.0, 434.0), 652.0, (40.0, 110.0), SUN);
    c.path("M410 600Q500 540 600 590Q700 640 800 600Q950 560 1080 610V652H410z", &mix(SEA, DEEP, 0.6));
    c.path(
        "M410 600Q500 540 600 590Q700 640 800 600Q950 560 1080 610Q950 575 800 612Q700 650 590 602Q500 556 410 612z",
        FOAM,
    );
    c.place((650.0, 500.0), (1.3, 1.3), -4.0);
    c.path("M-80 -18H70L94 -30L76 10H-66z", BROWN);
    c.stroke("M-20 -18V-160M34 -18V-150", 4.0, NIGHT);
    c.path("M-16 -154Q36 -90 24 -26H-16zM38 -144Q84 -80 74 -28H38zM-24 -140Q-70 -80 -68 -26H-24z", CREAM);
    c.shut();
    // The old varnish, cleaned as far as a ragged edge.
    c.path("M410 170H720Q690 250 726 320Q700 410 736 480Q704 570 728 652H410z", &thin("#6b4a1c", 0.66));
    c.grain((410.0, 170.0), (310.0, 482.0), 900, &thin(NIGHT, 0.6), (-0.5, 0.3));
    for i in 0..12 {
        let (x, y) = (c.between(430.0, 680.0), c.between(190.0, 600.0));
        c.stroke(&format!("M{x:.0} {y:.0}l{} 16l{} 20l8 24", 10 - i, i * 2 - 8), 1.6, &thin(NIGHT, 0.6));
    }
    c.shut();
    // The restorer at work, in a grey smock.
    c.place((1130.0, 960.0), (6.3, 6.3), 0.0);
    c.path("M-8 -40L-10 0h7L0 -34L6 0h8L10 -40z", NIGHT);
    c.path("M-12 -80Q0 -88 12 -80L17 -24Q2 -18 -15 -24z", &mix(SEA, INDIGO, 0.3));
    c.path("M12 -80L17 -24Q10 -22 4 -21L3 -84z", TEAL);
    c.path("M-10 -78L-32 -66L-52 -74L-54 -70L-33 -58L-8 -62z", &mix(SEA, INDIGO, 0.1));
    c.circle((-54.0, -72.5), 3.2, BLUSH);
    c.line((-57.0, -75.0), (-67.0, -83.0), 1.2, BROWN);
    c.circle((-67.5, -83.5), 2.0, CREAM);
    c.circle((0.0, -90.5), 7.0, &mix(BLUSH, BROWN, 0.2));
    c.path("M-6 -96Q1 -102 8 -94Q10 -86 6 -82Q4 -92 -6 -96z", BROWN);
    c.path("M5 -95Q14 -95 13 -88Q10 -86 7 -89z", BROWN);
    c.stroke("M-6 -91h4", 0.8, BROWN);
    c.shut();
    // A stool with jars and brushes.
    c.oval((330.0, 980.0), (150.0, 20.0), &thin(NIGHT, 0.4));
    c.line((250.0, 850.0), (220.0, 985.0), 14.0, BROWN);
    c.line((390.0, 850.0), (420.0, 985.0), 14.0, BROWN);
    c.slab((200.0, 832.0), (240.0, 26.0), 10.0, SAND);
    for (x, h, colour) in [(220.0, 86.0, YELLOW), (290.0, 64.0, TEAL), (352.0, 96.0, BRICK)] {
        c.slab((x, 834.0 - h), (58.0, h), 8.0, &thin(FOAM, 0.75));
        c.slab((x + 4.0, 834.0 - h * 0.6), (50.0, h * 0.58), 6.0, colour);
    }
    for (x, lean) in [(372.0, -14.0), (382.0, 10.0), (392.0, 30.0)] {
        c.line((x, 820.0), (x + lean, 660.0), 6.0, BROWN);
        c.oval((x + lean, 648.0), (7.0, 20.0), INDIGO);
    }
    c.grain((0.0, 0.0), (700.0, 1000.0), 2000, &thin(NIGHT, 0.42), (-0.9, 0.2));
}

/// A violin among staves that turn into waves.
pub fn violin(c: &mut Canvas) {
    let air = c.blend((0.0, 0.0), (1600.0, 1000.0), &[(0.0, NIGHT), (0.5, DEEP), (1.0, SEA)]);
    c.wash(&air);
    sun(c, (1230.0, 300.0), 130.0, 26);
    c.grain((0.0, 0.0), (1600.0, 1000.0), 3000, &thin(NIGHT, 0.5), (-0.9, 0.1));
    // Bands of sea, each carrying a stave.
    for (band, (y, fill)) in
        [(520.0, TEAL), (640.0, &mix(TEAL, SEA, 0.6) as &str), (770.0, SEA), (890.0, DEEP)].into_iter().enumerate()
    {
        let lift = -120.0 + 14.0 * band as f64;
        let curve = |y: f64| format!("M-20 {y:.0}Q380 {:.0} 800 {y:.0}T1620 {y:.0}", y + lift);
        c.path(&format!("{}V1010H-20z", curve(y)), fill);
        for line in 0..5 {
            c.stroke(&curve(y + 14.0 + 17.0 * f64::from(line)), 3.0, &thin(CREAM, 0.55));
        }
        for i in 0..9 {
            let t = (f64::from(i) + 0.3 + 0.2 * band as f64) / 9.0;
            let x = 1600.0 * t;
            let swing = if x < 800.0 { 1.0 } else { -1.0 };
            let u = (x % 800.0) / 800.0;
            let line_y = y + 2.0 * u * (1.0 - u) * lift * swing + 24.0 + 17.0 * f64::from((i * 2 + band as i32) % 3);
            let ink = if (i + band as i32) % 4 == 0 { YELLOW } else { CREAM };
            c.place((x, line_y), (1.0, 1.0), -18.0);
            c.oval((0.0, 0.0), (15.0, 11.0), ink);
            c.shut();
            c.line((x + 13.0, line_y - 4.0), (x + 13.0, line_y - 70.0), 4.0, ink);
            if i % 3 == 1 {
                c.path(&format!("M{:.0} {:.0}q26 14 22 44q-8 -22 -22 -24z", x + 13.0, line_y - 70.0), ink);
            }
        }
    }
    // The violin leans across it all.
    c.place((720.0, 610.0), (0.92, 0.92), 26.0);
    body(c);
    c.shut();
    // The bow.
    c.stroke("M330 900Q760 560 1330 130", 12.0, BROWN);
    c.stroke("M330 896Q756 556 1326 128", 4.0, BLUSH);
    c.line((352.0, 912.0), (1336.0, 140.0), 5.0, CREAM);
    c.poly(&[(330.0, 884.0), (372.0, 856.0), (394.0, 880.0), (350.0, 914.0)], NIGHT);
    for (x, y, s) in [(420.0, 200.0, 34.0), (540.0, 140.0, 24.0), (1420.0, 460.0, 28.0)] {
        gull(c, (x, y), s, CREAM);
    }
}

/// The violin upright, its middle at the origin.
fn body(c: &mut Canvas) {
    const OUTLINE: &str = "M0 -200Q-80 -204 -118 -140Q-140 -84 -104 -44Q-74 -14 -80 20Q-86 50 -130 84Q-170 140 -140 220Q-100 290 0 288Q100 290 140 220Q170 140 130 84Q86 50 80 20Q74 -14 104 -44Q140 -84 118 -140Q80 -204 0 -200z";
    c.place((-34.0, 30.0), (1.0, 1.0), 0.0);
    c.path(OUTLINE, &thin(NIGHT, 0.5));
    c.rect((-20.0, -470.0), (40.0, 280.0), &thin(NIGHT, 0.5));
    c.shut();
    c.place((-8.0, 8.0), (1.0, 1.0), 0.0);
    c.path(OUTLINE, &mix(BROWN, NIGHT, 0.4));
    c.shut();
    let wood = c.blend((-150.0, 100.0), (160.0, -60.0), &[(0.0, BRICK), (0.45, TERRA), (0.8, YELLOW), (1.0, SUN)]);
    c.path(OUTLINE, &wood);
    c.inside(OUTLINE);
    for i in 0..22 {
        let x = -150.0 + 14.0 * f64::from(i);
        c.stroke(&format!("M{x} -210Q{:.0} 40 {x} 300", x + 14.0), 2.0, &thin(BRICK, 0.35));
    }
    c.grain((-160.0, -210.0), (200.0, 510.0), 900, &thin(BROWN, 0.6), (-0.9, 0.3));
    c.shut();
    c.place((0.0, 3.0), (0.93, 0.94), 0.0);
    c.stroke(OUTLINE, 3.0, &thin(BROWN, 0.7));
    c.shut();
    for side in [-1.0, 1.0] {
        c.place((0.0, 0.0), (side, 1.0), 0.0);
        c.stroke("M52 -28Q40 20 62 50Q78 84 66 116", 8.0, NIGHT);
        c.circle((56.0, -30.0), 9.0, NIGHT);
        c.circle((63.0, 118.0), 11.0, NIGHT);
        c.shut();
    }
    c.path("M-44 74Q-20 60 0 62Q20 60 44 74L38 90H-38z", SAND);
    c.path("M-26 110H26L14 262Q0 274 -14 262z", NIGHT);
    c.path("M4 110H26L14 262Q8 268 4 270z", INDIGO);
    c.path("M-22 -470H22L34 20H-34z", NIGHT);
    c.path("M6 -470H22L34 20H10z", INDIGO);
    c.path("M-22 -470Q-26 -540 -22 -590Q-30 -640 6 -650Q40 -646 34 -612Q24 -594 10 -610Q20 -600 22 -570V-470z", BROWN);
    c.path("M4 -470V-560Q16 -580 22 -570V-470z", TERRA);
    c.circle((10.0, -622.0), 11.0, SAND);
    for (y, side) in [(-500.0, -1.0), (-530.0, 1.0), (-556.0, -1.0), (-582.0, 1.0)] {
        c.line((side * 18.0, y), (side * 58.0, y - 6.0), 9.0, BROWN);
        c.oval((side * 64.0, y - 7.0), (14.0, 11.0), NIGHT);
    }
    for i in -1..=2 {
        let x = (f64::from(i) - 0.5) * 13.0;
        c.line((x * 0.6, -480.0), (x, 68.0), 2.2, CREAM);
        c.line((x, 68.0), (x * 0.8, 112.0), 2.2, CREAM);
    }
    c.oval((-84.0, 250.0), (60.0, 34.0), NIGHT);
}
