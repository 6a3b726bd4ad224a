//! `/.well-known/security.txt`, which RFC 9116 describes.

use super::press_room::{NOW, PLAIN, Room};

const FILE: &str = "site/.well-known/security.txt";

/// Presses a site with these lines in `[security]`.
fn room(name: &str, lines: &str) -> Room {
    let room = Room::named(name);
    let site = room.read("content/site.toml");
    room.write("content/site.toml", format!("{site}\n[security]\n{lines}\n"));
    room
}

#[test]
fn the_contact_for_security_problems_is_published_with_every_field() {
    let room = room(
        "security-all",
        "contact = [\"mailto:security@paper.example\", \"https://paper.example/report\"]\n\
         expires = 2027-06-01T00:00:00Z\npolicy = \"https://paper.example/policy\"\n\
         encryption = \"openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f\"\n\
         acknowledgments = \"https://paper.example/thanks\"\npreferred_languages = [\"en\", \"uk\"]",
    );
    room.press(&PLAIN).succeeds();
    let expected = "Contact: mailto:security@paper.example\nContact: https://paper.example/report\n\
                    Expires: 2027-06-01T00:00:00Z\n\
                    Canonical: https://paper.example/.well-known/security.txt\n\
                    Encryption: openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f\n\
                    Acknowledgments: https://paper.example/thanks\nPreferred-Languages: en, uk\n\
                    Policy: https://paper.example/policy\n";
    assert_eq!(room.read(FILE), expected);
}

#[test]
fn without_a_date_the_contact_expires_within_a_year_and_the_file_changes_once_a_month() {
    let room = room("security-renewed", "contact = \"tel:+380-48-000-0000\"");
    let pressed = |now: &str| {
        room.press(&["--shell", "staging/index.html", "--out", "site", "--now", now]);
        room.read(FILE)
    };
    let file = pressed("2026-11-24T12:00:00Z");
    // The month begins at midnight in Kyiv, in October of the next year in summer time.
    assert!(file.starts_with("Contact: tel:+380-48-000-0000\nExpires: 2027-09-30T21:00:00Z\n"), "{file}");
    assert_eq!(pressed("2026-11-29T12:00:00Z"), file);
    assert!(pressed("2026-12-01T12:00:00Z").contains("\nExpires: 2027-10-31T22:00:00Z\n"));
}

#[test]
fn without_a_contact_and_beside_the_publishers_own_file_press_writes_none() {
    let room = Room::with_site("security-none");
    assert!(!room.path(FILE).exists());
    let room = self::room("security-own", "contact = \"mailto:security@paper.example\"");
    room.write("staging/.well-known/security.txt", "Contact: https://own.example/\n");
    room.press(&PLAIN).succeeds();
    assert_eq!(room.read(FILE), "Contact: https://own.example/\n");
}

#[test]
fn a_contact_that_has_expired_or_expires_too_late_is_reported_with_its_line() {
    let cases = [("2026-01-01", "has expired"), ("2029-01-01", "expires in more than a year")];
    for (number, (date, what)) in cases.into_iter().enumerate() {
        let contact = "contact = \"mailto:security@paper.example\"";
        let room = room(&format!("security-expired-{number}"), &format!("{contact}\nexpires = {date}"));
        let lines = room.read("content/site.toml").lines().count();
        let outcome = room.press(&["--shell", "staging/index.html", "--out", "site", "--now", NOW]);
        let expected = format!(
            "content/site.toml:{lines}: the contact for security problems {what}\n  \
             remedy: write a date within a year, or leave expires out: press then renews it with every edition\n"
        );
        assert!(outcome.said.contains(&expected), "{}", outcome.said);
        assert_ne!(outcome.code, Some(0));
    }
}
