//! The open sea: a storm, and the lighthouse on its breakwater.

use crate::brushes::*;
use crate::canvas::Canvas;
use crate::palette::*;
use crate::people::*;

/// A green wave with the low sun behind it, and a ship running before the storm.
pub fn seascape(c: &mut Canvas) {
    sky(c, 620.0, &[(0.0, INDIGO), (0.45, TERRA), (0.75, YELLOW), (1.0, SUN)]);
    sun(c, (1010.0, 410.0), 80.0, 20);
    c.path("M0 0H1600V90Q1380 190 1120 130Q900 90 700 190Q420 300 0 210z", &thin(NIGHT, 0.55));
    c.path("M0 0H1240Q1000 60 760 60Q420 120 0 90z", &thin(NIGHT, 0.55));
    for (x, y, w) in [(60.0, 330.0, 460.0), (1140.0, 250.0, 420.0), (1240.0, 470.0, 300.0)] {
        cloud(c, (x, y), w, &thin(BRICK, 0.5));
    }
    sea(c, 560.0, &[(0.0, &mix(TEAL, YELLOW, 0.45)), (0.4, TEAL), (1.0, DEEP)], &thin(SUN, 0.35));
    glitter(c, (1010.0, 566.0), 900.0, (60.0, 240.0), &thin(CREAM, 0.8));
    // The ship.
    c.place((1240.0, 590.0), (1.35, 1.35), -9.0);
    c.path("M-88 -26Q0 -8 96 -40Q84 8 60 22H-66Q-86 4 -88 -26z", NIGHT);
    c.path("M-88 -26Q0 -8 96 -40L94 -32Q0 0 -87 -17z", SAND);
    c.stroke("M-44 -20V-196M18 -20V-226M64 -30V-170M90 -42L140 -74", 5.0, NIGHT);
    for (x, y, w, h) in [
        (-44.0, -180.0, 40.0, 56.0),
        (-44.0, -116.0, 52.0, 66.0),
        (18.0, -212.0, 40.0, 62.0),
        (18.0, -142.0, 54.0, 84.0),
        (64.0, -154.0, 30.0, 84.0),
    ] {
        c.path(
            &format!(
                "M{} {y}Q{x} {} {} {y}Q{} {} {} {}Q{x} {} {} {}Q{} {} {} {y}z",
                x - w / 2.0,
                y + 8.0,
                x + w / 2.0,
                x + w * 0.8,
                y + h * 0.5,
                x + w / 2.0,
                y + h,
                y + h + 8.0,
                x - w / 2.0,
                y + h,
                x - w * 0.2,
                y + h * 0.5,
                x - w / 2.0
            ),
            &mix(CREAM, BLUSH, 0.5),
        );
    }
    c.path("M66 -160L140 -74L72 -60z", CREAM);
    c.shut();
    let swell = c.blend((0.0, 620.0), (0.0, 860.0), &[(0.0, &mix(TEAL, YELLOW, 0.2)), (0.4, TEAL), (1.0, DEEP)]);
    c.path("M500 720Q1000 590 1600 650V1000H500z", &swell);
    for i in 0..6 {
        let (k, y) = (f64::from(i), 690.0 + 26.0 * f64::from(i));
        c.stroke(
            &format!("M{:.0} {y:.0}q120 {:.0} 260 -18t{:.0} -6", 640.0 + 90.0 * k, -26.0 - k, 240.0 + 20.0 * k),
            2.0 + 0.6 * k,
            &thin(FOAM, 0.35),
        );
    }
    glitter(c, (1010.0, 660.0), 860.0, (120.0, 210.0), &thin(SUN, 0.6));
    c.path("M500 720Q1000 590 1600 650Q1000 620 500 720z", &thin(FOAM, 0.8));
    // The great wave, light through its crest.
    let green = c.blend((0.0, 340.0), (0.0, 960.0), &[(0.0, SUN), (0.2, LEAF), (0.45, TEAL), (1.0, DEEP)]);
    c.path("M0 470Q180 330 420 352Q640 378 700 520Q724 610 660 640Q690 560 600 530Q520 520 540 640Q580 800 980 830Q1300 850 1600 780V1000H0z", &green);
    for i in 0..9 {
        let k = f64::from(i);
        c.stroke(
            &format!(
                "M{:.0} {:.0}Q{:.0} {:.0} {:.0} {:.0}Q{:.0} {:.0} {:.0} {:.0}",
                40.0 * k,
                470.0 + 30.0 * k,
                220.0 + 26.0 * k,
                370.0 + 46.0 * k,
                440.0 + 18.0 * k,
                420.0 + 50.0 * k,
                500.0 + 30.0 * k,
                700.0 + 22.0 * k,
                820.0 + 80.0 * k,
                850.0 + 12.0 * k
            ),
            2.0 + 0.5 * k,
            &thin(FOAM, 0.28),
        );
    }
    c.path("M0 470Q180 330 420 352Q640 378 700 520Q724 610 660 640Q690 560 600 530Q640 500 620 470Q560 400 420 390Q200 380 0 520z", FOAM);
    c.path("M700 520Q724 610 660 640Q690 560 600 530Q650 540 664 500Q640 440 560 400Q680 430 700 520z", MIST);
    for _ in 0..150 {
        let (x, y) = (c.between(380.0, 860.0), c.between(300.0, 660.0));
        let r = c.between(1.5, 7.0);
        if (x - 640.0).abs() + (y - 500.0).abs() * 0.8 < 230.0 {
            c.circle((x, y), r, FOAM);
        }
    }
    let near = c.blend((0.0, 820.0), (0.0, 1000.0), &[(0.0, SEA), (1.0, NIGHT)]);
    c.path("M0 800Q260 760 520 850Q860 960 1180 880Q1420 830 1600 870V1000H0z", &near);
    c.path(
        "M0 800Q260 760 520 850Q860 960 1180 880Q1420 830 1600 870Q1420 846 1186 898Q860 980 510 870Q260 790 0 826z",
        FOAM,
    );
    c.grain((0.0, 780.0), (1600.0, 220.0), 1600, &thin(NIGHT, 0.45), (-0.2, 0.8));
    c.grain((0.0, 480.0), (640.0, 420.0), 1200, &thin(NIGHT, 0.3), (-0.8, 0.4));
}

/// The white lighthouse at the end of its breakwater.
pub fn lighthouse(c: &mut Canvas) {
    sky(c, 640.0, &[(0.0, DEEP), (0.4, TEAL), (0.75, SUN), (1.0, BLUSH)]);
    sun(c, (1250.0, 470.0), 84.0, 22);
    for (x, y, w) in [(90.0, 210.0, 420.0), (1120.0, 180.0, 380.0), (330.0, 420.0, 260.0)] {
        cloud(c, (x, y), w, &thin(CREAM, 0.65));
    }
    c.path("M0 640V566Q160 548 330 574L560 612V640z", &mix(TEAL, SEA, 0.45));
    for i in 0..9 {
        let x = 30.0 + 52.0 * f64::from(i);
        c.rect((x, 548.0 + 5.0 * f64::from(i)), (26.0, 60.0), &mix(TEAL, SEA, 0.45));
    }
    sea(c, 620.0, &[(0.0, TEAL), (0.35, SEA), (1.0, NIGHT)], &thin(MIST, 0.4));
    glitter(c, (1250.0, 626.0), 900.0, (70.0, 240.0), &thin(SUN, 0.85));
    freighter(c, (360.0, 652.0), 210.0, BRICK);
    // The breakwater runs out from the lower left.
    c.poly(
        &[(0.0, 900.0), (0.0, 716.0), (660.0, 650.0), (1020.0, 650.0), (1060.0, 700.0), (760.0, 900.0)],
        &mix(STONE, NIGHT, 0.35),
    );
    let top = c.blend((0.0, 0.0), (1000.0, 0.0), &[(0.0, SAND), (1.0, LIME)]);
    c.poly(
        &[
            (0.0, 800.0),
            (0.0, 716.0),
            (660.0, 650.0),
            (1020.0, 650.0),
            (1036.0, 668.0),
            (560.0, 800.0),
            (420.0, 836.0),
            (0.0, 900.0),
        ],
        &top,
    );
    for i in 0..12 {
        let k = f64::from(i) / 12.0;
        c.line(
            (1036.0 - 640.0 * k, 668.0 + 176.0 * k),
            (1050.0 - 560.0 * k, 712.0 + 186.0 * k),
            3.0,
            &thin(NIGHT, 0.4),
        );
        c.line(
            (1000.0 - 1000.0 * k, 656.0 + 90.0 * k * k),
            (1040.0 - 800.0 * k, 690.0 + 120.0 * k),
            2.0,
            &thin(BROWN, 0.18),
        );
    }
    c.poly(&[(730.0, 664.0), (850.0, 664.0), (240.0, 812.0), (60.0, 812.0)], &thin(NIGHT, 0.34));
    // The tower.
    c.path("M690 650H890V612H690z", STONE);
    c.path("M690 612H890V600H690z", CREAM);
    let tower = c.blend(
        (715.0, 0.0),
        (865.0, 0.0),
        &[(0.0, &mix(MIST, INDIGO, 0.55)), (0.5, FOAM), (0.85, "#fff6e2"), (1.0, SUN)],
    );
    c.path("M716 602Q736 400 742 200H838Q844 400 864 602z", &tower);
    c.inside("M716 602Q736 400 742 200H838Q844 400 864 602z");
    c.rect((700.0, 300.0), (200.0, 62.0), &thin(TERRA, 0.95));
    c.rect((700.0, 470.0), (200.0, 62.0), &thin(TERRA, 0.95));
    c.rect((700.0, 190.0), (72.0, 420.0), &thin(NIGHT, 0.25));
    c.grain((716.0, 200.0), (90.0, 402.0), 1000, &thin(NIGHT, 0.5), (-0.9, 0.0));
    c.shut();
    for y in [254.0, 420.0] {
        c.path(&format!("M780 {0}V{1}a13 13 0 0 1 26 0V{0}z", y + 24.0, y), NIGHT);
    }
    c.path("M772 602V560a20 20 0 0 1 40 0V602z", BRICK);
    c.poly(&[(724.0, 186.0), (856.0, 186.0), (840.0, 206.0), (740.0, 206.0)], TERRA);
    c.stroke("M722 186V160H858V186M745 160V186M768 160V186M790 160V186M812 160V186M835 160V186", 4.0, NIGHT);
    c.poly(&[(758.0, 186.0), (822.0, 186.0), (822.0, 112.0), (758.0, 112.0)], SUN);
    c.stroke("M758 112V186M780 112V186M800 112V186M822 112V186M758 150H822", 4.0, NIGHT);
    c.path("M746 114Q790 40 834 114z", TERRA);
    c.path("M746 114Q766 80 790 77Q776 96 774 114z", BRICK);
    c.circle((790.0, 70.0), 7.0, NIGHT);
    c.glow((790.0, 148.0), 130.0, CREAM, 0.9);
    c.poly(&[(790.0, 140.0), (0.0, 10.0), (0.0, 150.0), (790.0, 156.0)], &thin(CREAM, 0.28));
    for (x, y, h, colour) in [(560.0, 700.0, 62.0, TERRA), (600.0, 702.0, 58.0, INDIGO), (330.0, 770.0, 92.0, DEEP)] {
        let walker = if colour == TERRA { Walker::Dress } else { Walker::Coat };
        person(c, (x, y), h, walker, colour);
    }
    // Spray at the head of the breakwater.
    c.path("M900 760Q960 690 1010 720Q1030 640 1090 690Q1150 680 1140 740Q1220 750 1180 790Q1040 830 880 800z", FOAM);
    c.path("M900 780Q1000 720 1050 760Q1110 720 1150 770Q1040 810 900 780z", &thin(TEAL, 0.5));
    for _ in 0..40 {
        let (x, y, r) = (c.between(960.0, 1190.0), c.between(610.0, 760.0), c.between(2.0, 6.0));
        c.circle((x, y), r, FOAM);
    }
    for (x, y, s) in
        [(520.0, 250.0, 34.0), (600.0, 190.0, 26.0), (990.0, 250.0, 38.0), (1060.0, 330.0, 24.0), (420.0, 330.0, 20.0)]
    {
        gull(c, (x, y), s, if x > 900.0 { NIGHT } else { CREAM });
    }
}
