//! Which versions of other people's encoders this press was built with: what they made is kept only as long as they stay.

/// Name and version of each of `tools`, packages of the workspace's lock file, as one text.
pub fn tool_versions(tools: &[&str]) -> String {
    let lock: toml::Table = include_str!("../../../Cargo.lock").parse().unwrap_or_default();
    let packages = lock.get("package").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let text = |package: &toml::Value, key| String::from(package.get(key).and_then(toml::Value::as_str).unwrap_or(""));
    let tools = packages.iter().filter(|package| tools.contains(&text(package, "name").as_str()));
    let versions: Vec<String> = tools.map(|tool| text(tool, "name") + " " + &text(tool, "version")).collect();
    format!("{versions:?}")
}
