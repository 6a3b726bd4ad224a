//! Keys and values of TOML and YAML, with their lines.

pub mod fields;
pub mod lined;
pub mod switched_off;
pub mod value;
