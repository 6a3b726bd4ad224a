//! The page about the newspaper, read from `about.md`.

use std::path::Path;

use journal::model::PlainPage;
use journal::route::Route;

use super::context::{ReadContext, TextPlace};
use super::references::PageLinks;
use crate::content::files::Source;
use crate::content::front_matter::unheeded::{self, Publication};
use crate::content::keys::fields::Strangers;
use crate::content::manuscript::Manuscript;
use crate::content::shown::shown;
use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::notes::Notes;
use crate::locale::typography::typeset;
use crate::markdown;
use crate::pictures::TextPictures;

/// The page about the newspaper.
#[derive(Debug)]
pub struct AboutPage {
    /// The document.
    pub about: PlainPage,
    /// The links of the page.
    pub links: PageLinks,
}

impl AboutPage {
    /// Reads `about.md`, and returns the mistakes in it.
    pub fn read(context: &ReadContext<'_>) -> Result<(AboutPage, Vec<Diagnostic>), Vec<Diagnostic>> {
        let path = Path::new(Source::ABOUT);
        let (text, _) = context.content.text(path).map_err(|mistake| vec![mistake])?;
        let file = context.content.name(path);
        let mut notes = Notes::on(&file);
        let Some(mut manuscript) = Manuscript::read(&text, &mut notes) else { return Err(notes.into_mistakes()) };
        let title = manuscript.fields.needed_text("title", "title = \"About us\"", &mut notes);
        let description = shown(&mut manuscript.fields, "description", &mut notes);
        unheeded::note(
            &mut manuscript.fields,
            &Publication::of_page(&Route::About, context.site, context.now),
            &mut notes,
        );
        manuscript.fields.finish(Strangers::ArePassedOver, &mut notes);
        let text = (manuscript.text, manuscript.text_line);
        let pictures = TextPictures::of(context.pictures);
        let place = TextPlace {
            route: &Route::About,
            folder: Path::new(""),
            language: context.language(),
            pictures: &pictures,
        };
        let mut prose = context.set(text, &place, &mut notes);
        let set = |text: &str| typeset(text, context.language());
        let about = PlainPage {
            headline: title.map(|title| set(&title.value)).unwrap_or_default(),
            summary: description.map_or_else(|| markdown::summary(&prose.opening, context.language()), |text| set(&text.value)),
            body: std::mem::take(&mut prose.html),
        };
        let links = PageLinks::of(&Route::About, file, &mut prose, pictures);
        Ok((AboutPage { about, links }, notes.into_mistakes()))
    }
}
