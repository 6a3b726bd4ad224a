//! The words of the interface, in each language the newspaper speaks: the one place for them.
//!
//! A function for each, so that a program carries the words it uses and no others: the browser has none of those that
//! only press writes. Numbers and plurals stand in `words/counts.rs`, days in `words/days.rs`.

mod counts;
mod days;

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
        // Letters of either case are the same in a tag.
        let is = |language: &str| tag.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case(language));
        if is("en") {
            Some(Words::English)
        } else if is("uk") {
            Some(Words::Ukrainian)
        } else {
            None
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
    skip: "Skip to content", "Перейти до змісту";
    loading: "Loading…", "Завантаження…";
    main: "Main", "Головна";
    breadcrumb: "Breadcrumb", "Шлях до сторінки";
    sections: "Sections", "Рубрики";
    about: "About", "Про видання";
    edition_made: "This edition was made on ", "Випуск складено ";
    edition_end: ".", "";

    search: "Search", "Пошук";
    search_newspaper: "Search the newspaper", "Пошук у газеті";
    search_title: "Find a story", "Знайти матеріал";
    search_hint: "Searching needs JavaScript, which has not loaded or does not run here. Every story is in one of the \
        sections and in the archive; the newest are below.",
        "Для пошуку потрібен JavaScript, а він не завантажився або тут не працює. Кожен матеріал належить до однієї з \
        рубрик і є в архіві, а найновіші наведено нижче.";
    section: "Section", "Рубрика";
    author: "Author", "Автор";
    year: "Year", "Рік";
    order: "Order", "Порядок";
    all_sections: "All sections", "Усі рубрики";
    all_authors: "All authors", "Усі автори";
    all_years: "All years", "Усі роки";
    by_relevance: "Best match", "Найдоречніші";
    by_date: "Newest first", "Найновіші";
    more_stories: "More stories", "Ще матеріали";
    too_short: "Type a word of two letters or more.", "Введіть слово щонайменше з двох літер.";
    nothing_found: "No story was found.", "Нічого не знайдено.";
    search_everywhere: "Search the whole newspaper", "Шукати в усій газеті";
    not_all_words: " No story has all of these words; these have some of them.",
        " Жоден матеріал не має всіх цих слів; ці мають деякі з них.";
    no_story_has: "No story has ", "Жоден матеріал не має слова ";
    did_you_mean: "Did you mean ", "Можливо, ви мали на увазі ";
    search_failed: "The search could not be reached. Are you online?", "Пошук недоступний. Чи є з’єднання з інтернетом?";
    archive: "Archive", "Архів";
    feed: "RSS feed", "Стрічка новин";
    newest: "Newest stories", "Найновіші матеріали";

    latest: "Latest", "Останні новини";
    latest_stories: "Latest stories", "Останні матеріали";
    stories: "Stories", "Матеріали";
    pages: "Pages", "Сторінки";
    newer: "Newer stories", "Новіші матеріали";
    older: "Older stories", "Старіші матеріали";
    title_page: ", page ", ", сторінка ";
    stories_by: "Stories by ", "Матеріали автора: ";
    stories_in: " in ", " – ";

    top_article: "Top article", "Найпопулярніше";
    top_week: "Most read this week", "За цей тиждень";
    top_latest: "The latest stories", "Останні матеріали";
    top_previous: "Previous top articles", "Попередні популярні матеріали";
    top_next: "Next top articles", "Наступні популярні матеріали";

    at: "at ", "о ";
    published: "Published ", "Опубліковано ";
    updated: "Updated ", "Оновлено ";
    min_read: " min read", " хв читання";
    unpublished: "This story is not published yet.", "Цей матеріал ще не опубліковано.";
    published_on: " It was published on ", " Опубліковано: ";
    published_end: ".", "";
    contents: "In this story", "У цьому матеріалі";
    corrections: "Corrections", "Виправлення";
    corrected: "Corrected", "Виправлено";
    corrections_note: "What the newspaper has put right in its stories, the newest first.",
        "Що газета виправила у своїх матеріалах, найновіше спершу.";
    corrections_none: "Nothing had to be corrected so far.", "Досі нічого не довелося виправляти.";
    read_in: "Read in English", "Читати українською";
    tags: "Topics", "Теми";
    authors: "Authors", "Автори";
    by: "By ", "Текст: ";
    more_articles: "More articles", "Інші матеріали";
    more_by: " by ", " автора: ";
    related: "Related stories", "Матеріали за темою";

    share_article: "Share this article", "Поділитися матеріалом";
    share: "Share", "Поділитися";
    more_networks: "More", "Більше";
    follow: "Follow us", "Стежте за нами";
    copy_link: "Copy link", "Копіювати посилання";
    share_sheet: "Share…", "Поділитися…";
    link_copied: "Link copied", "Посилання скопійовано";
    copy_by_hand: "Copy the selected address", "Скопіюйте виділену адресу";
    story_address: "Address of this story", "Адреса цього матеріалу";
    email: "E-mail", "Ел. пошта";

    missing: "Page not found", "Сторінку не знайдено";
    missing_why: "There is no page at this address. It may have moved, or the link may be mistyped. Go to the ",
        "За цією адресою немає сторінки. Можливо, її перенесено або в посиланні помилка. Перейдіть на ";
    missing_front: "front page", "головну сторінку";
    missing_or: " or ", " або ";
    missing_search: "find a story", "знайдіть матеріал";
    others_read: "What others read", "Що читають інші";

    failure: "This page could not be loaded", "Не вдалося завантажити сторінку";
    try_again: "Try again", "Спробувати ще раз";
    without_app: "Open the page the plain way", "Відкрити сторінку звичайним способом";
    back_to_front: "Back to the front page", "До головної сторінки";
    tries_again: "It will be tried again as soon as you are online.", "Спроба повториться, щойно з’явиться інтернет.";
    no_network: "The network did not answer. Are you online?", "Мережа не відповідає. Чи є з’єднання з інтернетом?";
    no_page: "There is no page at this address.", "За цією адресою немає сторінки.";
    server_error: "The server answered with an error (", "Сервер відповів помилкою (";
    not_json: "The network answered with something else than this page. Does it ask you to sign in somewhere?",
        "Мережа відповіла чимось іншим, не цією сторінкою. Можливо, вона просить десь увійти?";
    newer_format: "This page is newer than the app in this tab.", "Ця сторінка новіша за застосунок у цій вкладці.";
    damaged: "This page arrived damaged.", "Сторінка надійшла пошкодженою.";

    table: "Table", "Таблиця";
    footnotes: "Footnotes", "Примітки";
    back_to_text: "Back to the text, note", "Назад до тексту, примітка";

    close: "Close", "Закрити";
    continue_reading: "Continue where you were", "Читати далі з того самого місця";
    dismiss: "Dismiss", "Прибрати";
    new_mark: "New", "Нове";

    save: "Save", "Зберегти";
    saved: "Saved", "Збережене";
    saved_empty: "No stories are saved yet.", "Поки що нічого не збережено.";
    saved_needs_app: "Saving stories needs JavaScript, which has not loaded or does not run here.",
        "Щоб зберігати матеріали, потрібен JavaScript, а він не завантажився або тут не працює.";
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
        assert_eq!(Words::of("UK"), Some(Words::Ukrainian));
        assert_eq!(Words::of("de"), None);
    }
}
