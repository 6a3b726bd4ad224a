//! Reads documents from JSON: the browser's own parser parses the text, and serde's derived code reads the values.
//!
//! serde's usual errors describe what was wrong, which takes code to print every kind of number, and in the browser
//! nobody reads them. The error here has no message, which makes the app a seventh smaller: see
//! docs/adr/0003-the-browser-parses-json.md. Only what the documents are made of is supported: no floating-point
//! numbers, no maps, and enums only as serde writes them by default.

use std::fmt;

use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Array, JSON, Object, Reflect};
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// The text is not JSON, or not the JSON of the requested type.
#[derive(Debug)]
pub struct Mismatch;

/// JSON that has been parsed but not yet read into a type.
pub struct Parsed(JsValue);

/// Parses a text.
///
/// # Errors
/// The text is not JSON.
pub fn parse(text: &str) -> Result<Parsed, Mismatch> {
    JSON::parse(text).map(Parsed).map_err(|_| Mismatch)
}

impl Parsed {
    /// Wraps a value that is already parsed.
    pub fn of(value: JsValue) -> Parsed {
        Parsed(value)
    }

    /// Reads the value as a `T`.
    ///
    /// # Errors
    /// The value is not a `T`.
    pub fn read<T: DeserializeOwned>(self) -> Result<T, Mismatch> {
        T::deserialize(self)
    }

    /// The field `name` of an object, if it is a whole number that fits into a `u32`.
    pub fn number(&self, name: &str) -> Option<u32> {
        let value = Reflect::get(&self.0, &JsValue::from_str(name)).ok()?;
        Parsed(value).whole().and_then(|number| u32::try_from(number).ok())
    }

    /// The field `name` of an object, if it is a string.
    pub fn text(&self, name: &str) -> Option<String> {
        Reflect::get(&self.0, &JsValue::from_str(name)).ok()?.as_string()
    }

    /// The items of a list, the field `name` of an object; `None` for each item that is not a string. Empty if
    /// there is no such list.
    pub fn texts(&self, name: &str) -> Vec<Option<String>> {
        let list = Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or_default();
        let items = list.dyn_into::<Array>().unwrap_or_default();
        (0..items.length()).map(|place| items.get(place).as_string()).collect()
    }

    fn whole(&self) -> Option<u64> {
        let number = self.0.as_f64()?;
        (number >= 0.0 && number.fract() == 0.0).then_some(number as u64)
    }

    fn own_text(&self) -> Result<String, Mismatch> {
        self.0.as_string().ok_or(Mismatch)
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not the expected document")
    }
}

impl std::error::Error for Mismatch {}

impl Error for Mismatch {
    fn custom<T: fmt::Display>(_: T) -> Mismatch {
        Mismatch
    }
}

impl<'de> Deserializer<'de> for Parsed {
    type Error = Mismatch;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_bool(self.0.as_bool().ok_or(Mismatch)?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_u64(self.whole().ok_or(Mismatch)?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_u64(self.whole().ok_or(Mismatch)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_string(self.own_text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let items = self.0.dyn_into::<Array>().map_err(|_| Mismatch)?;
        visitor.visit_seq(Items { items, next: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        if !self.0.is_object() {
            return Err(Mismatch);
        }
        visitor.visit_map(Fields { object: self.0, names: fields.iter(), value: None })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        if let Ok(name) = self.own_text() {
            return visitor.visit_enum(Variant { name, content: None });
        }
        let object = self.0.dyn_into::<Object>().map_err(|_| Mismatch)?;
        let name = Parsed(Object::keys(&object).get(0)).own_text()?;
        let content = Object::values(&object).get(0);
        visitor.visit_enum(Variant { name, content: Some(Parsed(content)) })
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 f32 f64 char str bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct map
        identifier ignored_any
    }
}

struct Items {
    items: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        if self.next >= self.items.length() {
            return Ok(None);
        }
        let item = self.items.get(self.next);
        self.next += 1;
        seed.deserialize(Parsed(item)).map(Some)
    }
}

/// Reads the fields that the type has; any others in the object are ignored.
struct Fields {
    object: JsValue,
    names: std::slice::Iter<'static, &'static str>,
    value: Option<JsValue>,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Mismatch> {
        for name in self.names.by_ref() {
            let value = Reflect::get(&self.object, &JsValue::from_str(name)).map_err(|_| Mismatch)?;
            if !value.is_undefined() {
                self.value = Some(value);
                return seed.deserialize(StrDeserializer::new(name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Mismatch> {
        seed.deserialize(Parsed(self.value.take().ok_or(Mismatch)?))
    }
}

struct Variant {
    name: String,
    content: Option<Parsed>,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Mismatch;
    type Variant = Variant;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Variant), Mismatch> {
        let value = seed.deserialize(StrDeserializer::new(&self.name))?;
        Ok((value, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Mismatch;

    fn unit_variant(self) -> Result<(), Mismatch> {
        if self.content.is_none() { Ok(()) } else { Err(Mismatch) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Mismatch> {
        seed.deserialize(self.content.ok_or(Mismatch)?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }
}
