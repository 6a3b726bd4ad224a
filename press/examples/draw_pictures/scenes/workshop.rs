//! The drone workshop: the hall with its benches, and one bench close up.

use crate::canvas::{Camera, Canvas};
use crate::palette::*;
use crate::people::*;

/// A hall under a saw-tooth roof, benches in two rows, drones on hooks.
pub fn hall(c: &mut Canvas) {
    let eye = Camera { middle: (800.0, 520.0), focal: 900.0, eye: [0.0, 2.6, 0.0], turn: 0.0 };
    c.wash(INDIGO);
    let floor = c.blend((0.0, 520.0), (0.0, 1000.0), &[(0.0, SAND), (1.0, &mix(STONE, INDIGO, 0.4))]);
    c.rect((0.0, 520.0), (1600.0, 480.0), &floor);
    // The end wall, a great window.
    let far = 44.0;
    let pane = c.blend((0.0, 340.0), (0.0, 580.0), &[(0.0, TEAL), (1.0, SUN)]);
    c.face(&eye, &[[-9.0, 0.0, far], [9.0, 0.0, far], [9.0, 9.0, far], [-9.0, 9.0, far]], &mix(BLUSH, INDIGO, 0.3));
    c.face(&eye, &[[-7.0, 1.0, far], [7.0, 1.0, far], [7.0, 7.4, far], [-7.0, 7.4, far]], &pane);
    for i in -6..=6 {
        let x = f64::from(i) * 1.16;
        c.line(eye.see([x, 1.0, far]), eye.see([x, 7.4, far]), 2.5, DEEP);
    }
    // Saw-tooth roof: bright north lights between dark slopes.
    for i in (0..9).rev() {
        let z = 4.0 + 4.5 * f64::from(i);
        c.face(
            &eye,
            &[[-9.0, 7.6, z], [9.0, 7.6, z], [9.0, 10.2, z + 3.6], [-9.0, 10.2, z + 3.6]],
            &mix(DEEP, NIGHT, 0.5 - 0.03 * f64::from(i)),
        );
        c.face(
            &eye,
            &[[-9.0, 7.6, z + 4.5], [9.0, 7.6, z + 4.5], [9.0, 10.2, z + 3.6], [-9.0, 10.2, z + 3.6]],
            &mix(MIST, SUN, 0.4),
        );
        c.face(&eye, &[[-9.0, 7.3, z], [9.0, 7.3, z], [9.0, 7.7, z], [-9.0, 7.7, z]], TERRA);
    }
    for side in [-1.0, 1.0] {
        let x = side * 9.0;
        let lit = if side < 0.0 { 0.1 } else { 0.5 };
        c.face(&eye, &[[x, 0.0, 3.0], [x, 7.6, 3.0], [x, 7.6, far], [x, 0.0, far]], &mix(BLUSH, INDIGO, lit));
        c.face(&eye, &[[x, 0.0, 3.0], [x, 2.2, 3.0], [x, 2.2, far], [x, 0.0, far]], &mix(TEAL, INDIGO, lit));
        for i in (0..9).rev() {
            let z = 4.0 + 4.5 * f64::from(i);
            c.face(&eye, &[[x, 0.0, z], [x, 7.6, z], [x, 7.6, z + 0.5], [x, 0.0, z + 0.5]], &mix(TERRA, INDIGO, lit));
            c.face(
                &eye,
                &[[x, 3.2, z + 1.2], [x, 6.6, z + 1.2], [x, 6.6, z + 3.8], [x, 3.2, z + 3.8]],
                &mix(SUN, INDIGO, lit * 0.6),
            );
            c.line(eye.see([x, 3.2, z + 2.5]), eye.see([x, 6.6, z + 2.5]), 40.0 / z + 1.0, &mix(TERRA, INDIGO, lit));
        }
    }
    for i in 0..8 {
        let z = 6.0 + 4.5 * f64::from(i);
        c.face(
            &eye,
            &[[-8.6, 0.0, z], [-2.0, 0.0, z - 0.5], [-2.0, 0.0, z + 1.6], [-8.6, 0.0, z + 2.1]],
            &thin(SUN, 0.4),
        );
    }
    for x in [-1.9, 1.9] {
        c.face(&eye, &[[x - 0.07, 0.0, 4.0], [x + 0.07, 0.0, 4.0], [x + 0.07, 0.0, far], [x - 0.07, 0.0, far]], YELLOW);
    }
    for i in (0..6).rev() {
        let z = 6.8 + 5.2 * f64::from(i);
        for side in [-1.0, 1.0] {
            row(c, &eye, side, z, i);
        }
        let k = 2.4 * eye.focal / z / 200.0;
        let at = eye.see([if i % 2 == 0 { -1.1 } else { 1.2 }, 5.6, z + 1.0]);
        c.line(at, (at.0, at.1 - 2.2 * eye.focal / z), 2.0, NIGHT);
        c.place(at, (k, k), 0.0);
        drone(c);
        c.shut();
    }
    person(c, eye.see([0.4, 0.0, 13.0]), 1.8 * eye.focal / 13.0, Walker::Coat, DEEP);
    person(c, eye.see([-0.6, 0.0, 22.0]), 1.8 * eye.focal / 22.0, Walker::Dress, BRICK);
    c.grain((900.0, 0.0), (700.0, 1000.0), 2400, &thin(NIGHT, 0.4), (0.9, 0.1));
}

/// A bench with a lamp, a drone and someone at work.
fn row(c: &mut Canvas, eye: &Camera, side: f64, z: f64, i: i32) {
    let (a, b) = (side * 2.8, side * 6.2);
    let unit = eye.focal / z;
    let (x, y) = eye.see([side * 5.4, 0.0, z + 1.4]);
    c.place((x, y), (0.0185 * unit, 0.0185 * unit), 0.0);
    figure(
        c,
        if i % 2 == 0 { Walker::Coat } else { Walker::Dress },
        [SEA, TERRA, FOREST][(i + i32::from(side > 0.0)) as usize % 3],
    );
    c.shut();
    c.face(eye, &[[a, 0.0, z], [b, 0.0, z], [b, 0.95, z], [a, 0.95, z]], &mix(BROWN, NIGHT, 0.35));
    c.face(eye, &[[a, 0.0, z], [a, 0.95, z], [a, 0.95, z + 1.3], [a, 0.0, z + 1.3]], &mix(BROWN, NIGHT, 0.55));
    for k in 0..3 {
        let l = a + side * (0.15 + 1.1 * f64::from(k));
        c.face(eye, &[[l, 0.2, z], [l + side, 0.2, z], [l + side, 0.8, z], [l, 0.8, z]], &mix(BROWN, STONE, 0.35));
    }
    c.face(eye, &[[a, 0.95, z], [b, 0.95, z], [b, 0.95, z + 1.3], [a, 0.95, z + 1.3]], LIME);
    c.face(eye, &[[a, 0.9, z], [b, 0.9, z], [b, 1.0, z], [a, 1.0, z]], SAND);
    let at = eye.see([side * 4.0, 1.25, z + 0.5]);
    c.place(at, (unit * 0.0068, unit * 0.0068), 0.0);
    drone(c);
    c.shut();
    let (lx, ly) = eye.see([side * 3.1, 1.0, z + 0.6]);
    c.stroke(
        &format!(
            "M{lx:.0} {ly:.0}l{:.0} {:.0}l{:.0} {:.0}",
            side * -0.1 * unit,
            -0.7 * unit,
            side * 0.5 * unit,
            -0.3 * unit
        ),
        0.05 * unit,
        NIGHT,
    );
    c.poly(
        &[
            (lx + side * 0.3 * unit, ly - 1.1 * unit),
            (lx + side * 0.55 * unit, ly - 1.1 * unit),
            (lx + side * 0.7 * unit, ly - 0.8 * unit),
            (lx + side * 0.2 * unit, ly - 0.85 * unit),
        ],
        TERRA,
    );
    c.glow((lx + side * 0.5 * unit, ly - 0.7 * unit), 0.7 * unit, SUN, 0.6);
}

/// A quadcopter seen slightly from above, about 200 units wide.
pub fn drone(c: &mut Canvas) {
    for (x, y) in [(-78.0, -26.0), (78.0, -26.0), (-96.0, 22.0), (96.0, 22.0)] {
        c.line((0.0, 0.0), (x, y), 11.0, NIGHT);
        c.line((x * 0.2, y * 0.2 - 3.0), (x, y - 3.0), 3.0, TEAL);
        c.slab((x - 8.0, y - 14.0), (16.0, 20.0), 4.0, BROWN);
        c.oval((x, y - 16.0), (56.0, 10.0), &thin(MIST, 0.5));
        c.ring((x, y - 16.0), (56.0, 10.0), 2.0, &thin(NIGHT, 0.55));
        c.path(
            &format!(
                "M{:.0} {:.0}q26 -10 52 2q-26 4 -52 -2zM{:.0} {:.0}q26 10 52 -2q-26 -4 -52 2z",
                x,
                y - 17.0,
                x - 52.0,
                y - 15.0
            ),
            NIGHT,
        );
    }
    c.stroke("M-30 10L-44 44H-60M30 10L44 44H60", 5.0, NIGHT);
    c.path("M-40 -16Q0 -32 40 -16L48 10Q0 26 -48 10z", INDIGO);
    c.path("M-40 -16Q0 -32 40 -16L42 -8Q0 -22 -42 -8z", MIST);
    c.slab((-22.0, -22.0), (44.0, 16.0), 5.0, YELLOW);
    c.circle((0.0, 16.0), 12.0, NIGHT);
    c.circle((3.0, 13.0), 5.0, TEAL);
}

/// A drone open on the bench, under the lamp, with tools around it.
pub fn bench(c: &mut Canvas) {
    let wall = c.blend((0.0, 0.0), (1600.0, 0.0), &[(0.0, NIGHT), (0.6, DEEP), (1.0, &mix(DEEP, TEAL, 0.5))]);
    c.wash(&wall);
    // Peg board.
    c.slab((120.0, 60.0), (1000.0, 470.0), 10.0, &mix(STONE, INDIGO, 0.35));
    for row in 0..11 {
        for k in 0..24 {
            c.circle((150.0 + 41.0 * f64::from(k), 92.0 + 41.0 * f64::from(row)), 3.2, &thin(NIGHT, 0.5));
        }
    }
    tools(c);
    c.poly(&[(1210.0, 190.0), (1300.0, 190.0), (1600.0, 1000.0), (180.0, 1000.0)], &thin(SUN, 0.2));
    c.glow((1240.0, 250.0), 560.0, SUN, 0.55);
    let top = c.blend((0.0, 620.0), (1200.0, 1000.0), &[(0.0, &mix(BROWN, NIGHT, 0.3)), (0.6, TERRA), (1.0, SAND)]);
    c.rect((0.0, 620.0), (1600.0, 380.0), &top);
    c.rect((0.0, 612.0), (1600.0, 12.0), &mix(SAND, BROWN, 0.3));
    for i in 0..9 {
        let y = 640.0 + 7.0 * f64::from(i * i) * 0.75;
        c.stroke(&format!("M0 {y:.0}Q500 {:.0} 900 {y:.0}T1600 {y:.0}", y + 10.0), 2.0, &thin(BROWN, 0.4));
    }
    c.path("M230 690H1250L1400 940H110z", FOREST);
    c.path("M110 940H1400V954H110z", &mix(FOREST, NIGHT, 0.5));
    for i in 1..10 {
        let k = f64::from(i) / 10.0;
        c.line((230.0 + 1020.0 * k, 690.0), (110.0 + 1290.0 * k, 940.0), 1.5, &thin(LEAF, 0.4));
    }
    for y in [730.0, 782.0, 850.0] {
        c.line((230.0 - 0.48 * (y - 690.0), y), (1250.0 + 0.6 * (y - 690.0), y), 1.5, &thin(LEAF, 0.4));
    }
    c.path("M330 840Q420 780 700 800Q1000 800 1010 850Q900 900 640 896Q400 900 330 840z", &thin(NIGHT, 0.5));
    c.place((730.0, 724.0), (4.1, 4.1), -3.0);
    drone(c);
    c.path("M-24 -14L20 -18L26 2L-26 6z", ACACIA);
    for (x, y) in [(-14.0, -8.0), (0.0, -10.0), (12.0, -8.0), (-10.0, 0.0), (8.0, -1.0)] {
        c.rect((x, y), (8.0, 4.0), if x > 5.0 { NIGHT } else { SUN });
    }
    c.stroke("M20 -16Q40 -40 52 -30M22 -12Q46 -30 56 -22", 1.6, TERRA);
    c.shut();
    // The lamp.
    c.stroke("M1470 640L1520 360L1280 150", 18.0, NIGHT);
    c.stroke("M1474 640L1525 362L1284 150", 5.0, TEAL);
    c.circle((1520.0, 360.0), 22.0, YELLOW);
    c.slab((1390.0, 622.0), (170.0, 34.0), 14.0, NIGHT);
    c.path("M1160 240Q1170 120 1290 112Q1330 116 1340 150L1330 250z", TERRA);
    c.path("M1160 240Q1170 120 1290 112Q1200 150 1200 242z", BRICK);
    c.oval((1246.0, 246.0), (86.0, 20.0), CREAM);
    // Iron, driver, screws, cup.
    c.place((1180.0, 900.0), (1.0, 1.0), -24.0);
    c.slab((0.0, -16.0), (190.0, 32.0), 16.0, YELLOW);
    c.slab((0.0, 0.0), (190.0, 16.0), 8.0, BRICK);
    c.rect((-120.0, -6.0), (122.0, 12.0), MIST);
    c.poly(&[(-120.0, -6.0), (-120.0, 6.0), (-150.0, 0.0)], BROWN);
    c.shut();
    c.place((250.0, 880.0), (1.0, 1.0), 18.0);
    c.slab((-150.0, -15.0), (140.0, 30.0), 12.0, TERRA);
    c.rect((-10.0, -5.0), (170.0, 9.0), MIST);
    c.shut();
    for (x, y) in [(470.0, 910.0), (510.0, 926.0), (560.0, 908.0), (880.0, 920.0), (940.0, 904.0)] {
        c.oval((x - 7.0, y + 5.0), (12.0, 6.0), &thin(NIGHT, 0.5));
        c.oval((x, y), (11.0, 7.0), SUN);
        c.line((x - 6.0, y), (x + 6.0, y), 2.0, BROWN);
    }
    c.grain((0.0, 0.0), (800.0, 620.0), 2200, &thin(NIGHT, 0.5), (-0.8, -0.3));
    c.grain((0.0, 620.0), (1600.0, 380.0), 1600, &thin(NIGHT, 0.45), (-0.6, 0.6));
}

/// Spanner, pliers, drivers, spare propellers and coils of wire on the board.
fn tools(c: &mut Canvas) {
    for i in 0..5 {
        let x = 200.0 + 54.0 * f64::from(i);
        let colour = [TERRA, YELLOW, TEAL, TERRA, YELLOW][i as usize];
        c.slab((x - 22.0, 136.0), (24.0, 96.0), 9.0, &thin(NIGHT, 0.4));
        c.rect((x - 3.0, 220.0), (7.0, 120.0 - 12.0 * f64::from(i)), MIST);
        c.slab((x - 11.0, 128.0), (24.0, 96.0), 9.0, colour);
    }
    c.stroke("M540 150Q500 260 548 330M600 150Q640 260 592 330", 17.0, BRICK);
    c.path("M540 320L570 300L600 320L584 420H572L570 380L566 420H556z", MIST);
    for (x, y, r) in [(740.0, 190.0, 62.0), (740.0, 390.0, 50.0)] {
        for ring in 0..4 {
            c.ring(
                (x, y),
                (r - 9.0 * f64::from(ring), r - 9.0 * f64::from(ring)),
                6.0,
                if r > 55.0 { TERRA } else { YELLOW },
            );
        }
    }
    for (i, turn) in [30.0, -20.0, 75.0].into_iter().enumerate() {
        c.place((930.0 + 20.0 * i as f64, 180.0 + 118.0 * i as f64), (1.0, 1.0), turn);
        c.path("M0 0Q60 -34 116 -8Q60 10 0 0zM0 0Q-60 34 -116 8Q-60 -10 0 0z", NIGHT);
        c.path("M0 0Q60 -34 116 -8Q60 -18 0 0zM0 0Q-60 10 -116 8Q-60 -10 0 0z", TEAL);
        c.circle((0.0, 0.0), 9.0, YELLOW);
        c.shut();
    }
    c.stroke("M360 440L480 470", 20.0, MIST);
    c.circle((356.0, 438.0), 27.0, MIST);
    c.circle((348.0, 434.0), 13.0, &mix(STONE, INDIGO, 0.35));
}
