//! Tables in CSV and in JSON.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use crate::row::{Row, Value};

/// The table as RFC 4180 has it, but for the ends of lines, which are `\n`.
pub(crate) fn csv(rows: &[Row], output: &mut dyn Write) -> io::Result<()> {
    for (i, row) in rows.iter().enumerate() {
        let cells = row.cells();
        if i == 0 {
            writeln!(
                output,
                "{}",
                cells.each_ref().map(|(title, _)| *title).join(",")
            )?;
        }
        let cells = cells.map(|(_, value)| match value {
            Value::Text(text) => cell(text),
            Value::Number(number) => number.to_string(),
            Value::Flag(flag) => flag.to_string(),
            Value::List(words) => cell(&words.join(" ")),
            Value::Unknown => String::new(),
        });
        writeln!(output, "{}", cells.join(","))?;
    }
    Ok(())
}

/// A text as a cell: in quotes if it must be.
fn cell(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) || text.trim() != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// The table as an array of objects.
pub(crate) fn json(rows: &[Row], output: &mut dyn Write) -> io::Result<()> {
    for (i, row) in rows.iter().enumerate() {
        let members = row.cells().map(|(title, value)| {
            let value = match value {
                Value::Text(text) => string(text),
                Value::Number(number) => number.to_string(),
                Value::Flag(flag) => flag.to_string(),
                Value::List(words) => {
                    let words: Vec<String> = words.iter().map(|word| string(word)).collect();
                    format!("[{}]", words.join(","))
                }
                Value::Unknown => "null".to_owned(),
            };
            format!("{}:{value}", string(title))
        });
        let start = if i == 0 { "[" } else { "," };
        writeln!(output, "{start}{{{}}}", members.join(","))?;
    }
    writeln!(output, "{}", if rows.is_empty() { "[]" } else { "]" })
}

/// A text as JSON has it (RFC 8259, section 7).
fn string(text: &str) -> String {
    let mut string = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => string.extend(['\\', letter]),
            // A String takes whatever is written.
            '\0'..='\u{1f}' => {
                let _ = write!(string, "\\u{:04x}", u32::from(letter));
            }
            _ => string.push(letter),
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::{cell, json, string};

    #[test]
    fn cells_have_quotes_where_they_must() {
        for (text, written) in [
            ("", ""),
            ("TCP; z39.50", "TCP; z39.50"),
            ("a, b", "\"a, b\""),
            ("the \"r\" tools", "\"the \"\"r\"\" tools\""),
            ("two\nlines", "\"two\nlines\""),
            ("two\rlines", "\"two\rlines\""),
            (" space", "\" space\""),
        ] {
            assert_eq!(cell(text), written);
        }
    }

    #[test]
    fn strings_read_back() {
        for (text, written) in [
            ("", r#""""#),
            ("Zürich", r#""Zürich""#),
            ("\"a\" \\ b", r#""\"a\" \\ b""#),
            ("\t\n\u{1f}\u{7f}", "\"\\u0009\\u000a\\u001f\u{7f}\""),
        ] {
            assert_eq!(string(text), written);
            let read: Result<String, _> = serde_json::from_str(written);
            assert_eq!(read.ok().as_deref(), Some(text));
        }
    }

    #[test]
    fn no_rows_are_an_empty_array() {
        let mut output = Vec::new();
        assert!(json(&[], &mut output).is_ok());
        assert_eq!(output, b"[]\n");
    }
}
