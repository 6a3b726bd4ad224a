//! The words of the interface, in each language the newspaper speaks: the one place for them.
//!
//! A function for each, so that a program carries the words it uses and no others. The words that came first still
//! stand in the components, in English.

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// `en` and its regions.
    English,
    /// `uk` and its regions.
    Ukrainian,
}

impl Words {
    /// The language of a BCP 47 tag; none for a language the interface does not speak.
    pub fn of(tag: &str) -> Option<Words> {
        match tag.split('-').next() {
            Some("en") => Some(Words::English),
            Some("uk") => Some(Words::Ukrainian),
            _ => None,
        }
    }
}

macro_rules! words {
    ($($name:ident: $english:literal, $ukrainian:literal;)*) => {
        impl Words {
            $(
                #[doc = $english]
                pub fn $name(self) -> &'static str {
                    match self {
                        Words::English => $english,
                        Words::Ukrainian => $ukrainian,
                    }
                }
            )*
        }
    };
}

words! {
    close: "Close", "Закрити";
    continue_reading: "Continue where you were", "Читати далі з того самого місця";
    dismiss: "Dismiss", "Прибрати";
    new_mark: "New", "Нове";

    save: "Save", "Зберегти";
    saved: "Saved", "Збережене";
    saved_empty: "No stories are saved yet.", "Поки що нічого не збережено.";
    saved_needs_app: "Saving stories needs JavaScript, which is switched off in this browser.",
        "Щоб зберігати матеріали, потрібен JavaScript, а в цьому браузері його вимкнено.";
    saved_note: "The bookmark beside a headline saves a story for later and takes it off this list again. \
        The list is kept in this browser only; nobody else can see it.",
        "Закладка біля заголовка зберігає матеріал на потім або прибирає його з цього списку. \
        Список лежить лише в цьому браузері, ніхто інший його не бачить.";
    story_saved: "Saved for later", "Збережено на потім";
    story_unsaved: "Removed from saved", "Вилучено зі збереженого";
    not_saved: "This browser does not let the newspaper keep anything", "Цей браузер не дозволяє нічого зберігати";

    reading: "Reading settings", "Налаштування читання";
    theme: "Theme", "Тема";
    system: "System", "Як у системі";
    light: "Light", "Світла";
    dark: "Dark", "Темна";
    sepia: "Sepia", "Сепія";
    high_contrast: "High contrast", "Висока контрастність";
    text_size: "Text size", "Розмір тексту";
    smallest: "Smallest", "Найменший";
    small: "Small", "Малий";
    medium: "Medium", "Середній";
    large: "Large", "Великий";
    largest: "Largest", "Найбільший";
    line_width: "Line width", "Ширина рядка";
    narrow: "Narrow", "Вузький";
    normal_width: "Medium", "Середній";
    wide: "Wide", "Широкий";
    line_spacing: "Line spacing", "Відстань між рядками";
    tight: "Tight", "Щільна";
    normal_spacing: "Normal", "Звичайна";
    loose: "Loose", "Вільна";
    reset: "Reset", "Скинути";

    shortcuts: "Keyboard shortcuts", "Клавіатурні скорочення";
    help_title: "Keyboard shortcuts", "Клавіатурні скорочення";
    help_search: "Search", "Пошук";
    help_next: "Next story", "Наступний матеріал";
    help_previous: "Previous story", "Попередній матеріал";
    help_save: "Save or unsave the story", "Зберегти матеріал або вилучити його";
    help_help: "This list", "Цей список";
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_region_speaks_its_language() {
        assert_eq!(Words::of("en-GB"), Some(Words::English));
        assert_eq!(Words::of("uk-UA"), Some(Words::Ukrainian));
        assert_eq!(Words::of("de"), None);
    }
}
