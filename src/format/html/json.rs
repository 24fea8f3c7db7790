//! JSON as pages have it in them (JSON-LD), read so far that it can be looked into. What is ill-formed is no data at all.

use crate::limits;
use crate::scan;

/// A value. Numbers, `true` and `false` are the words that they are written as; `null` is nothing.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Nothing,
    Words(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The value of a key, in an object that has it.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        let Value::Object(pairs) = self else {
            return None;
        };
        pairs
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }
}

/// Reads a text that is one value.
pub(super) fn read(text: &str) -> Option<Value> {
    let mut reader = Reader { rest: text };
    let value = reader.value(0)?;
    reader.skip();
    reader.rest.is_empty().then_some(value)
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = scan::trim_start(self.rest, " \t\r\n");
    }

    /// Takes a mark, if it comes next.
    fn take(&mut self, mark: &str) -> bool {
        self.skip();
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > limits::JSON_DEPTH {
            None
        } else if self.take("\"") {
            self.string().map(Value::Words)
        } else if self.take("[") {
            self.list(depth).map(Value::List)
        } else if self.take("{") {
            self.object(depth).map(Value::Object)
        } else {
            self.word()
        }
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Value>> {
        let mut list = Vec::new();
        if self.take("]") {
            return Some(list);
        }
        loop {
            list.push(self.value(depth + 1)?);
            if self.take("]") {
                return Some(list);
            }
            self.take(",").then_some(())?;
        }
    }

    fn object(&mut self, depth: usize) -> Option<Vec<(String, Value)>> {
        let mut pairs = Vec::new();
        if self.take("}") {
            return Some(pairs);
        }
        loop {
            self.take("\"").then_some(())?;
            let key = self.string()?;
            self.take(":").then_some(())?;
            pairs.push((key, self.value(depth + 1)?));
            if self.take("}") {
                return Some(pairs);
            }
            self.take(",").then_some(())?;
        }
    }

    /// A number, or one of the words that JSON knows.
    fn word(&mut self) -> Option<Value> {
        let length = scan::run(self.rest, |c| {
            c.is_ascii_alphanumeric() || scan::is_in("+-.", c)
        });
        let word = scan::to(self.rest, length);
        self.rest = scan::from(self.rest, length);
        match word {
            "null" => Some(Value::Nothing),
            "true" | "false" => Some(Value::Words(scan::owned(word))),
            _ => scan::begins_with(word, "-0123456789").then(|| Value::Words(scan::owned(word))),
        }
    }

    /// The rest of a string, whose quotation mark has been taken. Line ends in it, which JSON forbids, are taken as they are:
    /// many pages have them.
    fn string(&mut self) -> Option<String> {
        let mut string = String::new();
        loop {
            let length = scan::run(self.rest, |c| !matches!(c, '"' | '\\'));
            string.push_str(scan::to(self.rest, length));
            let mut characters = scan::from(self.rest, length).chars();
            let is_end = characters.next()? == '"';
            self.rest = characters.as_str();
            if is_end {
                return Some(string);
            }
            let escaped = characters.next()?;
            self.rest = characters.as_str();
            string.push(match escaped {
                'n' => '\n',
                't' => '\t',
                'r' | 'f' | 'b' => ' ',
                'u' => self.unit()?,
                '"' | '\\' | '/' => escaped,
                _ => return None,
            });
        }
    }

    /// The character of `\uXXXX`, or of two of them; U+FFFD for half of one.
    fn unit(&mut self) -> Option<char> {
        let high = self.hexadecimal()?;
        if !(0xd800..0xdc00).contains(&high) {
            return Some(
                char::from_u32(high)
                    .filter(|c| !c.is_control())
                    .unwrap_or('\u{fffd}'),
            );
        }
        let Some(rest) = self.rest.strip_prefix("\\u") else {
            return Some('\u{fffd}');
        };
        let before = std::mem::replace(&mut self.rest, rest);
        let low = self.hexadecimal()?;
        if !(0xdc00..0xe000).contains(&low) {
            self.rest = before;
            return Some('\u{fffd}');
        }
        char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = scan::to(self.rest, 4);
        let mut number = 0;
        for digit in digits.chars() {
            number = number * 16 + digit.to_digit(16)?;
        }
        self.rest = scan::from(self.rest, 4);
        (digits.len() == 4).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, read};

    /// A value as serde_json has it.
    fn of(value: &serde_json::Value) -> Value {
        match value {
            serde_json::Value::Null => Value::Nothing,
            serde_json::Value::String(words) => Value::Words(words.clone()),
            serde_json::Value::Array(list) => Value::List(list.iter().map(of).collect()),
            serde_json::Value::Object(pairs) => Value::Object(
                pairs
                    .iter()
                    .map(|(key, value)| (key.clone(), of(value)))
                    .collect(),
            ),
            other => Value::Words(other.to_string()),
        }
    }

    #[test]
    fn what_is_well_formed_is_read_as_by_others() {
        for text in [
            r#"{"a":"b","c":[1,-2.5,true,null,{"d":"\u00e9\ud834\udd1e\n\/"}]}"#,
            " [ ] ",
            r#"{"": {"x": [[], {}]}}"#,
            "\"words\"",
            "12",
        ] {
            let known = of(&serde_json::from_str(text).unwrap());
            assert_eq!(read(text), Some(known), "{text}");
        }
    }

    #[test]
    fn what_is_ill_formed_is_nothing() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\" 1}",
            "\"\\x\"",
            "{} {}",
            "words",
            "\"\\u12\"",
            "[1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"[".repeat(100_000)), None);
        assert_eq!(
            read("\"\\ud834 x\""),
            Some(Value::Words("\u{fffd} x".into()))
        );
    }
}
