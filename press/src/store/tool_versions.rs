//! The versions of the encoders that press was built with. What they have produced is cached only as long as these do
//! not change.

/// The name and version of each of `tools`, which are packages in the workspace's `Cargo.lock`, as one string.
pub fn tool_versions(tools: &[&str]) -> String {
    let lock: toml::Table = include_str!("../../../Cargo.lock").parse().unwrap_or_default();
    let packages = lock.get("package").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let text = |package: &toml::Value, key| String::from(package.get(key).and_then(toml::Value::as_str).unwrap_or(""));
    let tools = packages.iter().filter(|package| tools.contains(&text(package, "name").as_str()));
    let versions: Vec<String> = tools.map(|tool| text(tool, "name") + " " + &text(tool, "version")).collect();
    format!("{versions:?}")
}
