//! The Duke on his pedestal.

use crate::brushes::*;
use crate::canvas::Canvas;
use crate::palette::*;
use crate::people::*;

/// The Duke, seen from below against the sky, with the crescent of palaces behind him.
pub fn monument(c: &mut Canvas) {
    sky(c, 1010.0, &[(0.0, DEEP), (0.45, TEAL), (0.8, SUN), (1.0, BLUSH)]);
    sun(c, (1180.0, 420.0), 110.0, 24);
    for (x, y, w) in [(60.0, 240.0, 420.0), (1140.0, 160.0, 380.0), (180.0, 520.0, 300.0)] {
        cloud(c, (x, y), w, &thin(CREAM, 0.6));
    }
    // Two crescent palaces curve away on either side.
    for (side, wall) in [(-1.0, mix(SAND, INDIGO, 0.42)), (1.0, mix(LIME, BLUSH, 0.3))] {
        for i in 0..9 {
            let near = |k: f64| (800.0 + side * (300.0 + 62.0 * k + 5.5 * k * k), 560.0 - 26.0 * k, 1000.0 + 4.0 * k);
            let (a, b) = (near(f64::from(i)), near(f64::from(i) + 1.0));
            let tint = mix(&wall, NIGHT, 0.03 * f64::from(i % 2) + 0.018 * f64::from(i));
            c.poly(&[(a.0, a.1), (b.0, b.1), (b.0, b.2), (a.0, a.2)], &tint);
            let at = |u: f64, v: f64| {
                let (x, t, l) = (a.0 + (b.0 - a.0) * u, a.1 + (b.1 - a.1) * u, a.2 + (b.2 - a.2) * u);
                (x, t + (l - t) * v)
            };
            for (top, low) in [(0.14, 0.32), (0.42, 0.62), (0.74, 0.96)] {
                c.poly(
                    &[at(0.22, top - 0.02), at(0.78, top - 0.02), at(0.78, low), at(0.22, low)],
                    &mix(&wall, CREAM, 0.5),
                );
                c.poly(&[at(0.32, top), at(0.68, top), at(0.68, low), at(0.32, low)], &mix(DEEP, NIGHT, 0.4));
            }
            for (v, h, fill) in [(0.0, 0.035, CREAM), (0.035, 0.02, BROWN), (0.36, 0.015, CREAM), (0.68, 0.02, CREAM)] {
                c.poly(&[at(0.0, v), at(1.0, v), at(1.0, v + h), at(0.0, v + h)], fill);
            }
        }
    }
    c.grain((0.0, 400.0), (520.0, 600.0), 1600, &thin(NIGHT, 0.4), (-0.6, 0.6));
    for (x, h) in [(330.0, 300.0), (450.0, 260.0), (1190.0, 270.0), (1300.0, 310.0)] {
        tree(c, (x, 1030.0), h, FOREST, LEAF);
    }
    let ground = c.blend((0.0, 1000.0), (0.0, 1200.0), &[(0.0, SAND), (1.0, &mix(STONE, BROWN, 0.25))]);
    c.rect((0.0, 1000.0), (1600.0, 200.0), &ground);
    c.poly(&[(610.0, 1080.0), (990.0, 1080.0), (300.0, 1200.0), (-300.0, 1200.0)], &thin(NIGHT, 0.32));
    // Pedestal.
    for (x, y, w, h) in [(560.0, 1060.0, 480.0, 40.0), (590.0, 1020.0, 420.0, 42.0), (640.0, 690.0, 320.0, 332.0)] {
        let stone = c.blend(
            (x, 0.0),
            (x + w, 0.0),
            &[(0.0, &mix(TERRA, NIGHT, 0.55)), (0.45, &mix(TERRA, STONE, 0.45)), (1.0, BLUSH)],
        );
        c.rect((x, y), (w, h), &stone);
        c.rect((x, y), (w, 6.0), BLUSH);
    }
    c.grain((640.0, 690.0), (300.0, 400.0), 1200, &thin(NIGHT, 0.45), (-0.9, 0.3));
    c.rect((616.0, 660.0), (368.0, 34.0), &mix(BLUSH, STONE, 0.2));
    c.rect((616.0, 660.0), (120.0, 34.0), &mix(BRICK, NIGHT, 0.3));
    c.rect((640.0, 694.0), (320.0, 12.0), &thin(NIGHT, 0.4));
    c.slab((700.0, 770.0), (200.0, 150.0), 4.0, &mix(FOREST, NIGHT, 0.35));
    c.slab((708.0, 778.0), (184.0, 134.0), 3.0, FOREST);
    c.path("M730 896V850Q740 820 760 846V820Q772 800 784 824V896zM810 896V830Q826 806 838 836L870 820L866 896z", LEAF);
    statue(c);
    for (x, y, h, walker, colour) in [
        (470.0, 1110.0, 190.0, Walker::Coat, INDIGO),
        (545.0, 1118.0, 176.0, Walker::Dress, TERRA),
        (1160.0, 1150.0, 220.0, Walker::Dress, YELLOW),
        (1240.0, 1150.0, 130.0, Walker::Child, DEEP),
    ] {
        person(c, (x, y), h, walker, colour);
    }
    for (x, y, s) in [(420.0, 170.0, 34.0), (1040.0, 130.0, 26.0), (1330.0, 340.0, 30.0)] {
        gull(c, (x, y), s, NIGHT);
    }
}

/// A bronze figure in a toga, one arm stretched toward the harbour.
fn statue(c: &mut Canvas) {
    let bronze = c.blend((700.0, 0.0), (900.0, 0.0), &[(0.0, NIGHT), (0.5, FOREST), (1.0, &mix(ACACIA, LEAF, 0.5))]);
    let light = mix(LEAF, SUN, 0.25);
    c.rect((700.0, 640.0), (200.0, 22.0), FOREST);
    c.path("M738 640Q726 500 742 400Q742 330 776 316Q800 306 826 316Q862 326 868 372Q884 470 872 560L882 640H842L832 586L812 640z", &bronze);
    c.path("M852 330Q910 360 976 366L1004 358L1012 366L1004 376Q1018 376 1016 384L978 392Q910 396 850 384z", &bronze);
    c.path("M852 330Q910 360 976 366L1004 358L1012 366L980 374Q900 372 856 346z", &light);
    c.path(
        "M762 330Q720 380 714 450Q712 492 748 506L784 494L782 470L752 470Q752 420 780 390z",
        &mix(FOREST, NIGHT, 0.4),
    );
    c.path("M742 486L790 476L796 494L748 508z", CREAM);
    for (a, b) in [(760.0, 748.0), (790.0, 776.0), (822.0, 806.0), (850.0, 842.0)] {
        c.stroke(&format!("M{a} 350Q{:.0} 480 {b} 630", a + 22.0), 4.0, &thin(NIGHT, 0.5));
        c.stroke(&format!("M{:.0} 352Q{:.0} 480 {:.0} 630", a + 7.0, a + 29.0, b + 7.0), 2.5, &thin(LEAF, 0.6));
    }
    c.path("M768 330Q820 400 872 420L872 450Q800 420 752 356z", &mix(ACACIA, LEAF, 0.35));
    c.path("M786 318L788 290H816L820 316Q802 330 786 318z", FOREST);
    c.path("M774 268Q772 232 802 230Q832 232 830 262L836 278L828 280Q828 302 806 302Q778 300 774 268z", FOREST);
    c.path("M812 232Q832 236 830 262L836 278L828 280Q828 302 806 302Q824 270 812 232z", &light);
    c.path("M770 270Q762 226 800 222Q836 222 832 246Q806 236 794 252Q790 272 780 276z", &mix(FOREST, NIGHT, 0.5));
    c.stroke("M774 246Q800 226 832 244", 5.0, LEAF);
}
