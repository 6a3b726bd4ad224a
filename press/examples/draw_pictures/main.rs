//! Draws every picture of the sample newspaper. This file has the table of paths and scenes, and the encoder.
//!
//! `cargo run --example draw_pictures [content] [part of a path]`

mod brushes;
mod canvas;
mod palette;
mod people;
mod scenes;

use std::{env, error::Error, fs, path::Path};

use canvas::Canvas;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use resvg::{tiny_skia, usvg};
use scenes::{
    carnival, culture, desks, garden, halls, harbour, history, monument, night, port, science, sea, squares, stairs,
    streets, tram, workshop,
};

/// The size limit of a file.
const MOST_BYTES: usize = 146_000;

/// A picture: its path, its size in pixels, and the scene that fills it.
type Picture = (&'static str, (u32, u32), fn(&mut Canvas));

const WIDE: (u32, u32) = (1600, 900);
const PLAIN: (u32, u32) = (1600, 1000);
const TALL: (u32, u32) = (1600, 1200);

const PICTURES: &[Picture] = &[
    ("diplomacy/south-korea-asean-north-korea-russia/summit-hall.jpg", PLAIN, halls::summit_hall),
    ("diplomacy/what-a-consulate-does/consulate.jpg", PLAIN, squares::consulate),
    ("war/drone-repair-service-centre-contract/drone-workshop.jpg", PLAIN, workshop::hall),
    ("war/preparing-the-next-ramstein-meeting/conference-table.jpg", PLAIN, halls::conference_table),
    ("war/inside-a-drone-repair-workshop/drone-bench.jpg", PLAIN, workshop::bench),
    ("business/ukraine-croatia-ports-grain/grain-port.jpg", PLAIN, port::grain_port),
    ("business/new-sanctions-defence-industry-oligarchs/ledger.jpg", PLAIN, desks::ledger),
    ("business/how-grain-is-shipped/bulk-carrier.jpg", PLAIN, port::bulk_carrier),
    ("business/what-a-port-pilot-does/pilot-boat.jpg", PLAIN, port::pilot_boat),
    ("society/the-courtyard/courtyard.jpg", PLAIN, garden::courtyard),
    ("society/power-cuts-how-to-prepare/lamp-window.jpg", PLAIN, night::lamp_window),
    ("society/privoz-market/market.jpg", PLAIN, streets::market),
    ("culture/opera-and-ballet-theatre/opera.jpg", PLAIN, squares::opera),
    ("culture/how-a-painting-is-restored/easel.jpg", PLAIN, culture::easel),
    ("culture/literary-odesa/typewriter.jpg", PLAIN, desks::typewriter),
    ("culture/the-black-sea-in-painting/seascape.jpg", PLAIN, sea::seascape),
    ("culture/the-school-that-taught-violin/violin.jpg", PLAIN, culture::violin),
    ("events/humorina-first-of-april/carnival.jpg", PLAIN, carnival::carnival),
    ("events/how-a-film-festival-works/screen.jpg", PLAIN, night::screen),
    ("events/city-day-second-of-september/fireworks.jpg", PLAIN, night::fireworks),
    ("interviews/recording-an-oral-history/microphone.jpg", PLAIN, desks::microphone),
    ("history/potemkin-stairs/stairs.jpg", TALL, stairs::stairs),
    ("history/the-funicular/funicular.jpg", PLAIN, stairs::funicular),
    ("history/the-catacombs/catacombs.jpg", PLAIN, history::catacombs),
    ("history/duke-de-richelieu/monument.jpg", TALL, monument::monument),
    ("history/vorontsov-lighthouse/lighthouse.jpg", WIDE, sea::lighthouse),
    ("history/the-passage/arcade.jpg", PLAIN, history::arcade),
    ("history/deribasivska-street/street.jpg", PLAIN, streets::street),
    ("history/from-horse-tram-to-electric-tram/tram.jpg", PLAIN, tram::tram),
    ("history/the-bacteriological-station/microscope.jpg", PLAIN, science::microscope),
    ("history/the-observatory/telescope.jpg", PLAIN, science::telescope),
    ("history/the-white-acacia/acacia.jpg", PLAIN, garden::acacia),
    ("history/the-old-port-and-its-breakwaters/harbour.jpg", WIDE, harbour::harbour),
    ("history/world-heritage-in-danger/skyline.jpg", PLAIN, harbour::skyline),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let content = arguments.next().unwrap_or_else(|| "content".into());
    let wanted = arguments.next().unwrap_or_default();
    for &(path, (width, height), scene) in PICTURES.iter().filter(|row| row.0.contains(&wanted)) {
        let mut canvas = Canvas::new(f64::from(width), f64::from(height));
        scene(&mut canvas);
        let target = Path::new(&content).join(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        let pixels = render(&canvas.svg(), width, height)?;
        let (jpeg, quality) = encode(&pixels, width, height)?;
        println!("{path} {width}x{height} {} kB, quality {quality}", jpeg.len() / 1000);
        fs::write(target, jpeg)?;
    }
    Ok(())
}

/// Renders an SVG document to pixels of four bytes each (RGBA).
fn render(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, Box<dyn Error>> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default())?;
    let mut pixmap = tiny_skia::Pixmap::new(width, height).ok_or("a picture without an area")?;
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
    Ok(pixmap.take())
}

/// The best JPEG within the size limit, and its quality.
fn encode(pixels: &[u8], width: u32, height: u32) -> Result<(Vec<u8>, u8), Box<dyn Error>> {
    for quality in (40..=88).rev().step_by(4) {
        let mut jpeg = Vec::new();
        let mut encoder = Encoder::new(&mut jpeg, quality);
        encoder.set_progressive(true);
        encoder.set_optimized_huffman_tables(true);
        encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
        encoder.encode(pixels, u16::try_from(width)?, u16::try_from(height)?, ColorType::Rgba)?;
        if jpeg.len() <= MOST_BYTES {
            return Ok((jpeg, quality));
        }
    }
    Err("a picture is too detailed for the size limit".into())
}
