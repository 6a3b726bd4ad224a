//! Keys and values of TOML and YAML, with their line numbers.

pub mod fields;
pub mod lined;
pub mod switched_off;
pub mod value;
