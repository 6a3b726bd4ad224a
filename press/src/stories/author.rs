//! An author, read from a file in `authors/`.

use std::path::Path;

use journal::model::Subject;
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
use crate::pictures::TextPictures;

/// An author of the newspaper.
#[derive(Debug)]
pub struct Author {
    /// Name and address.
    pub author: Subject,
    /// Whether this is a desk of the newsroom rather than a person, for search engines.
    pub desk: bool,
    /// What the author does, as plain text.
    pub role: Option<String>,
    /// Sanitised HTML; may be empty.
    pub bio: String,
    /// The links of the bio.
    pub links: PageLinks,
}

impl Author {
    /// Reads an author, and returns the mistakes in the file. An author without a name is known by the slug, so that
    /// stories are not blamed for it.
    pub fn read(
        slug: &str,
        path: &Path,
        context: &ReadContext<'_>,
    ) -> Result<(Author, Vec<Diagnostic>), Vec<Diagnostic>> {
        let (text, _) = context.content.text(path).map_err(|mistake| vec![mistake])?;
        let file = context.content.name(path);
        let mut notes = Notes::on(&file);
        let Some(mut manuscript) = Manuscript::read(&text, &mut notes) else { return Err(notes.into_mistakes()) };
        let noted = notes.count();
        let name = shown(&mut manuscript.fields, "name", &mut notes);
        if name.is_none() && notes.count() == noted {
            manuscript.fields.missing("name", "add a line such as name = \"City Desk\"", &mut notes);
        }
        let is_desk = manuscript.fields.flag("desk", &mut notes);
        let role = shown(&mut manuscript.fields, "role", &mut notes);
        let route = Route::Author { author: slug.into(), page: 1 };
        unheeded::note(&mut manuscript.fields, &Publication::of_page(&route, context.site, context.now), &mut notes);
        manuscript.fields.finish(Strangers::ArePassedOver, &mut notes);
        let text = (manuscript.text, manuscript.text_line);
        let pictures = TextPictures::of(context.pictures);
        let folder = Source::AUTHORS.as_ref();
        let place = TextPlace { route: &route, folder, language: context.language(), pictures: &pictures };
        let mut prose = context.set(text, &place, &mut notes);
        let author = Author {
            author: Subject { slug: slug.into(), name: name.map_or_else(|| slug.into(), |name| name.value) },
            desk: is_desk,
            role: role.map(|role| typeset(&role.value, context.language())),
            bio: std::mem::take(&mut prose.html),
            links: PageLinks::of(&route, file, &mut prose, pictures),
        };
        Ok((author, notes.into_mistakes()))
    }
}
