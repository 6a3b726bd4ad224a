//! The first of April: the street, the crowd and the paper fish.

use crate::brushes::*;
use crate::canvas::Canvas;
use crate::palette::*;
use crate::people::*;

/// The first of April: a paper fish above the crowd, bunting and confetti.
pub fn carnival(c: &mut Canvas) {
    sky(c, 790.0, &[(0.0, TEAL), (0.6, SUN), (1.0, CREAM)]);
    sun(c, (800.0, 420.0), 90.0, 24);
    for (x, y, w, h, wall, rows) in [
        (-40.0, 150.0, 300.0, 640.0, mix(BLUSH, INDIGO, 0.25), 4),
        (260.0, 260.0, 220.0, 520.0, mix(SAND, INDIGO, 0.2), 4),
        (1130.0, 240.0, 230.0, 540.0, BLUSH.to_owned(), 4),
        (1360.0, 130.0, 300.0, 660.0, LIME.to_owned(), 4),
    ] {
        facade(c, (x, y), (w, h), &Front { wall: &wall, pane: DEEP, columns: 3, rows, arched: true });
    }
    let ground = c.blend((0.0, 760.0), (0.0, 1000.0), &[(0.0, SAND), (1.0, STONE)]);
    c.rect((0.0, 770.0), (1600.0, 230.0), &ground);
    for (a, b, dip, y) in [(-20.0, 820.0, 120.0, 170.0), (780.0, 1620.0, 130.0, 150.0), (200.0, 1400.0, 150.0, 60.0)] {
        c.stroke(&format!("M{a} {y}Q{} {} {b} {y}", (a + b) / 2.0, y + dip * 2.0), 3.0, NIGHT);
        for i in 0..18 {
            let t = (f64::from(i) + 0.5) / 18.0;
            let (x, sag) = (a + (b - a) * t, y + 4.0 * dip * t * (1.0 - t));
            let colour = [TERRA, YELLOW, SEA, CREAM, ACACIA][i as usize % 5];
            c.poly(&[(x - 17.0, sag), (x + 17.0, sag), (x, sag + 44.0)], colour);
        }
    }
    fish(c);
    // The crowd in three ranks.
    let coats = [TERRA, INDIGO, YELLOW, FOREST, BRICK, SEA, "#6a4a7c"];
    for (rank, (y, h, gap)) in
        [(800.0, 150.0, 92.0), (880.0, 200.0, 124.0), (985.0, 270.0, 186.0)].into_iter().enumerate()
    {
        let mut x = -10.0 + 34.0 * rank as f64;
        let mut i = rank;
        while x < 1640.0 {
            let walker = [Walker::Coat, Walker::Dress, Walker::Dress, Walker::Coat, Walker::Child][i % 5];
            let tall = if matches!(walker, Walker::Child) { h * 0.66 } else { h * c.between(0.94, 1.05) };
            person(c, (x, y), tall, walker, coats[(i * 3 + rank) % coats.len()]);
            if i % 3 == 0 && !matches!(walker, Walker::Child) {
                jester(c, (x, y - tall * 0.95), tall / 100.0, coats[(i + 4) % coats.len()]);
            }
            if i % 4 == 1 {
                let (bx, by) = (x + h * 0.3, y - h * 1.75);
                c.stroke(
                    &format!(
                        "M{:.0} {:.0}Q{:.0} {:.0} {bx:.0} {by:.0}",
                        x + h * 0.13,
                        y - h * 0.5,
                        bx + 14.0,
                        by + h * 0.6
                    ),
                    2.0,
                    NIGHT,
                );
                let colour = [TERRA, YELLOW, TEAL][i % 3];
                c.oval((bx, by - h * 0.16), (h * 0.15, h * 0.18), colour);
                c.oval((bx + h * 0.05, by - h * 0.22), (h * 0.04, h * 0.06), &thin(CREAM, 0.7));
            }
            x += gap;
            i += 1;
        }
    }
    for i in 0..150 {
        let at = (c.between(0.0, 1600.0), c.between(60.0, 900.0));
        let turn = c.between(0.0, 90.0);
        c.place(at, (1.0, 1.0), turn.round());
        c.rect((0.0, 0.0), (10.0, 5.0), coats[i % coats.len()]);
        c.shut();
    }
}

/// A pointed cap with two bells.
fn jester(c: &mut Canvas, at: (f64, f64), k: f64, colour: &str) {
    c.place(at, (k, k), 0.0);
    c.path("M-8 2Q-8 -10 0 -11Q8 -10 8 2z", colour);
    c.path("M-7 -4Q-10 -20 -20 -14Q-14 -10 -9 2zM7 -4Q10 -20 20 -14Q14 -10 9 2z", colour);
    c.path("M0 -11Q8 -10 8 2L9 2Q14 -10 20 -14Q10 -20 7 -7z", YELLOW);
    c.circle((-20.0, -12.0), 2.6, SUN);
    c.circle((20.0, -12.0), 2.6, SUN);
    c.shut();
}

/// The great paper fish, carried on three poles.
fn fish(c: &mut Canvas) {
    for x in [620.0, 800.0, 980.0] {
        c.line((x, 430.0), (x, 760.0), 9.0, BROWN);
    }
    let body = c.blend((0.0, 300.0), (0.0, 560.0), &[(0.0, YELLOW), (0.5, TERRA), (1.0, BRICK)]);
    c.path("M1090 440Q1180 340 1250 316Q1230 400 1244 430Q1226 480 1252 560Q1170 530 1090 450z", BRICK);
    c.path("M700 330Q800 230 920 300L960 350z", SEA);
    c.path("M420 440Q560 300 800 310Q1010 330 1120 445Q1000 560 790 570Q560 570 420 470L478 452z", &body);
    for row in 0..5 {
        for i in 0..8 {
            let (x, y) = (660.0 + 52.0 * f64::from(i) + 26.0 * f64::from(row % 2), 362.0 + 40.0 * f64::from(row));
            if (x - 800.0_f64).powi(2) / 300.0_f64.powi(2) + (y - 440.0_f64).powi(2) / 112.0_f64.powi(2) < 1.0 {
                c.stroke(&format!("M{x:.0} {:.0}q26 20 0 40", y - 20.0), 5.0, &thin(CREAM, 0.75));
            }
        }
    }
    c.stroke("M640 322Q590 440 646 560", 8.0, CREAM);
    c.path("M760 470Q840 470 880 540Q800 560 750 510z", SEA);
    c.circle((552.0, 410.0), 37.0, CREAM);
    c.circle((544.0, 410.0), 20.0, NIGHT);
    c.circle((538.0, 402.0), 6.0, CREAM);
    c.stroke("M430 466Q490 500 556 486", 7.0, NIGHT);
    c.path("M520 330L500 244L556 286L580 220L606 284L660 246L640 318z", YELLOW);
}
