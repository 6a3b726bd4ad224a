//! `press headers`: the headers of a site as the configuration of a web server.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::diagnostics::console;
use crate::diagnostics::failure::Failure;
use crate::site::headers::{FILE, MARK};
use crate::store::plain_file;

/// The arguments of `press headers`.
#[derive(Args, Debug)]
pub struct HeadersArgs {
    /// The web server
    server: Server,
    /// The folder of the site
    #[arg(long, default_value = "dist")]
    site: PathBuf,
}

/// A web server that does not read `_headers`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Server {
    Nginx,
    Caddy,
}

/// The headers of the files below a path that ends in `*`.
#[derive(Debug, PartialEq, Eq)]
struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

impl HeadersArgs {
    /// Prints the configuration.
    ///
    /// # Errors
    /// The site has no headers by press.
    pub fn run(&self) -> Result<(), Failure> {
        let path = self.site.join(FILE);
        let text = plain_file::read_to_string(&path).map_err(Failure::file("read", &path))?;
        let rules = rules(&text);
        if rules.is_empty() {
            let what = format!("{} has no headers by press", path.display());
            return Err(Failure::message(what, "build the site again with press build"));
        }
        let text = match self.server {
            Server::Nginx => nginx(&rules),
            Server::Caddy => caddy(&rules),
        };
        console::write(&text).map_err(Failure::file("write", "stdout".as_ref()))
    }
}

/// The rules in press's part of the file.
fn rules(text: &str) -> Vec<Rule> {
    let part = text.split_once(MARK).map(|(_, part)| part).unwrap_or_default();
    let mut rules: Vec<Rule> = Vec::new();
    for line in part.lines() {
        match (line.strip_prefix("  ").and_then(|line| line.split_once(": ")), rules.last_mut()) {
            (Some((name, value)), Some(rule)) => rule.headers.push((name.into(), value.into())),
            _ => rules.push(Rule { path: line.into(), headers: Vec::new() }),
        }
    }
    rules
}

/// Directives for a server block. A location with headers of its own gets none from the server, so they are repeated there.
fn nginx(rules: &[Rule]) -> String {
    let mut text =
        String::from("# Made by `press headers nginx` for one build of the app. Include it in the server block.\n");
    let line = |indent: &str, (name, value): &(String, String)| match name.as_str() {
        "Content-Type" => format!("{indent}types {{ }}\n{indent}default_type {value};\n"),
        _ => format!("{indent}add_header {name} '{}' always;\n", value.replace('\'', "\\'")),
    };
    let Some((all, others)) = rules.split_first() else { return text };
    text.extend(all.headers.iter().map(|header| line("", header)));
    for Rule { path, headers } in others {
        let place = path.strip_suffix('*').map_or_else(|| ["= ", path].concat(), String::from);
        text += &format!("location {place} {{\n");
        text.extend(all.headers.iter().chain(headers).map(|header| line("    ", header)));
        text += "}\n";
    }
    text
}

/// Directives for a site block.
fn caddy(rules: &[Rule]) -> String {
    let mut text =
        String::from("# Made by `press headers caddy` for one build of the app. Import it in the site block.\n");
    for Rule { path, headers } in rules {
        text += &format!("header {path} {{\n");
        text.extend(headers.iter().map(|(name, value)| format!("\t{name} `{value}`\n")));
        text += "}\n";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{caddy, nginx, rules};

    const FILE: &str = "/own\n  X: y\n# Headers of the newspaper, by press.\n/j/*\n  A: b 'none'; c\n  D: \"e\"\n\
                        /j/assets/*\n  F: g\n/j/r\n  Content-Type: h/i\n";

    #[test]
    fn nginx_repeats_the_headers_in_each_location() {
        let all = |indent: &str| {
            format!("{indent}add_header A 'b \\'none\\'; c' always;\n{indent}add_header D '\"e\"' always;\n")
        };
        let assets = format!("location /j/assets/ {{\n{}    add_header F 'g' always;\n}}\n", all("    "));
        let rules_file = format!("location = /j/r {{\n{}    types {{ }}\n    default_type h/i;\n}}\n", all("    "));
        let expected = [all(""), assets, rules_file].concat();
        let text = nginx(&rules(FILE));
        assert_eq!(text.split_once('\n').map(|(_, rest)| rest), Some(&*expected));
    }

    #[test]
    fn caddy_has_a_block_for_each_path() {
        let expected = "header /j/* {\n\tA `b 'none'; c`\n\tD `\"e\"`\n}\nheader /j/assets/* {\n\tF `g`\n}\n\
                        header /j/r {\n\tContent-Type `h/i`\n}\n";
        let text = caddy(&rules(FILE));
        assert_eq!(text.split_once('\n').map(|(_, rest)| rest), Some(expected));
    }

    #[test]
    fn a_file_without_our_part_has_no_rules() {
        assert_eq!(rules("/own\n  X: y\n"), []);
    }
}
