//! A canvas that collects SVG shapes and random grain, and a camera for perspective.

use crate::palette::thin;

/// A point or a size on the canvas.
pub type P = (f64, f64);

/// One picture being drawn.
pub struct Canvas {
    pub w: f64,
    pub h: f64,
    defs: String,
    body: String,
    names: u32,
    dice: u64,
}

impl Canvas {
    pub fn new(w: f64, h: f64) -> Self {
        Self { w, h, defs: String::new(), body: String::new(), names: 0, dice: 0x9e37_79b9_7f4a_7c15 }
    }

    /// The finished document.
    pub fn svg(&self) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\"><defs>{2}</defs>{3}</svg>",
            self.w, self.h, self.defs, self.body
        )
    }

    pub fn rect(&mut self, (x, y): P, (w, h): P, fill: &str) {
        self.body += &format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" fill=\"{fill}\"/>");
    }

    /// A rectangle with rounded corners.
    pub fn slab(&mut self, (x, y): P, (w, h): P, r: f64, fill: &str) {
        self.body +=
            &format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{r}\" fill=\"{fill}\"/>");
    }

    /// Fills the whole canvas.
    pub fn wash(&mut self, fill: &str) {
        self.rect((0.0, 0.0), (self.w, self.h), fill);
    }

    pub fn poly(&mut self, points: &[P], fill: &str) {
        let list: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        self.body += &format!("<polygon points=\"{}\" fill=\"{fill}\"/>", list.join(" "));
    }

    pub fn path(&mut self, d: &str, fill: &str) {
        self.body += &format!("<path d=\"{d}\" fill=\"{fill}\" fill-rule=\"evenodd\"/>");
    }

    /// A stroked path with round ends.
    pub fn stroke(&mut self, d: &str, width: f64, colour: &str) {
        self.body += &format!(
            "<path d=\"{d}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width:.2}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
        );
    }

    pub fn line(&mut self, a: P, b: P, width: f64, colour: &str) {
        self.stroke(&format!("M{:.1} {:.1}L{:.1} {:.1}", a.0, a.1, b.0, b.1), width, colour);
    }

    pub fn circle(&mut self, at: P, r: f64, fill: &str) {
        self.oval(at, (r, r), fill);
    }

    pub fn oval(&mut self, (x, y): P, (rx, ry): P, fill: &str) {
        self.body += &format!("<ellipse cx=\"{x:.1}\" cy=\"{y:.1}\" rx=\"{rx:.1}\" ry=\"{ry:.1}\" fill=\"{fill}\"/>");
    }

    pub fn ring(&mut self, (x, y): P, (rx, ry): P, width: f64, colour: &str) {
        self.body += &format!(
            "<ellipse cx=\"{x:.1}\" cy=\"{y:.1}\" rx=\"{rx:.1}\" ry=\"{ry:.1}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width:.2}\"/>"
        );
    }

    /// Moves, scales and rotates (in degrees) everything up to `shut`.
    pub fn place(&mut self, (x, y): P, (sx, sy): P, turn: f64) {
        self.body += &format!("<g transform=\"translate({x:.1} {y:.1}) rotate({turn}) scale({sx:.4} {sy:.4})\">");
    }

    /// Clips everything up to `shut` to the outline `d`.
    pub fn inside(&mut self, d: &str) {
        let name = self.name();
        self.defs += &format!("<clipPath id=\"{name}\"><path d=\"{d}\"/></clipPath>");
        self.body += &format!("<g clip-path=\"url(#{name})\">");
    }

    pub fn shut(&mut self) {
        self.body += "</g>";
    }

    /// A linear gradient from `a` to `b`, for use as a fill.
    pub fn blend(&mut self, a: P, b: P, stops: &[(f64, &str)]) -> String {
        let name = self.name();
        self.defs += &format!(
            "<linearGradient id=\"{name}\" gradientUnits=\"userSpaceOnUse\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\">{}</linearGradient>",
            a.0,
            a.1,
            b.0,
            b.1,
            list(stops)
        );
        format!("url(#{name})")
    }

    /// A round glow that fades out toward its edge.
    pub fn glow(&mut self, (x, y): P, r: f64, colour: &str, strength: f64) {
        let name = self.name();
        let (full, half, none) = (thin(colour, strength), thin(colour, strength * 0.3), thin(colour, 0.0));
        self.defs += &format!(
            "<radialGradient id=\"{name}\" gradientUnits=\"userSpaceOnUse\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\">{}</radialGradient>",
            list(&[(0.0, &full), (0.5, &half), (1.0, &none)])
        );
        self.circle((x, y), r, &format!("url(#{name})"));
    }

    /// Printed grain: up to `count` random dots in the box, denser toward the side that `toward` points at.
    pub fn grain(&mut self, (x, y): P, (w, h): P, count: u32, colour: &str, toward: P) {
        let mut d = String::new();
        for _ in 0..count {
            let (u, v, keep) = (self.roll(), self.roll(), self.roll());
            let weight = 0.5 + toward.0 * (u - 0.5) + toward.1 * (v - 0.5);
            if keep < weight * weight {
                let size = 1.4 + 1.6 * self.roll();
                d += &format!("M{:.0} {:.0}h{size:.1}v{size:.1}h-{size:.1}z", x + u * w, y + v * h);
            }
        }
        self.path(&d, colour);
    }

    /// The next pseudo-random number from 0 to 1; the sequence is the same in every run.
    pub fn roll(&mut self) -> f64 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        (self.dice >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A pseudo-random number between two bounds.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.roll()
    }

    /// A flat face in space as the camera sees it.
    pub fn face(&mut self, eye: &Camera, corners: &[[f64; 3]], fill: &str) {
        let points: Vec<P> = corners.iter().map(|&corner| eye.see(corner)).collect();
        self.poly(&points, fill);
    }

    fn name(&mut self) -> String {
        self.names += 1;
        format!("n{}", self.names)
    }
}

/// Gradient stops as SVG.
fn list(stops: &[(f64, &str)]) -> String {
    stops.iter().map(|(at, colour)| format!("<stop offset=\"{at}\" stop-color=\"{colour}\"/>")).collect()
}

/// A camera that keeps verticals vertical: x to the right, y up, z ahead, turned by `turn` degrees.
pub struct Camera {
    pub middle: P,
    pub focal: f64,
    pub eye: [f64; 3],
    pub turn: f64,
}

impl Camera {
    /// The position of a point in space on the canvas.
    pub fn see(&self, [x, y, z]: [f64; 3]) -> P {
        let (sin, cos) = self.turn.to_radians().sin_cos();
        let (dx, dy, dz) = (x - self.eye[0], y - self.eye[1], z - self.eye[2]);
        let side = dx * cos - dz * sin;
        let ahead = (dx * sin + dz * cos).max(0.05);
        (self.middle.0 + self.focal * side / ahead, self.middle.1 - self.focal * dy / ahead)
    }

    /// The outline of a face in space, for clipping or drawing.
    pub fn trace(&self, corners: &[[f64; 3]]) -> String {
        let mut d = String::new();
        for (i, &corner) in corners.iter().enumerate() {
            let (x, y) = self.see(corner);
            d += &format!("{}{x:.1} {y:.1}", if i == 0 { 'M' } else { 'L' });
        }
        d + "z"
    }
}
