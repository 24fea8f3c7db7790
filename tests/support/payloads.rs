//! Attempts to have a page run what it is given: the larger corpus has a list of them.

use std::fs;

use serde_json::Value;

use crate::shared;

/// Every one that is known; `None` where the corpus is not there.
pub fn known() -> Option<Vec<String>> {
    let list = fs::read(shared::folder("xss")?.join("payloads.json")).unwrap();
    let list: Vec<Value> = serde_json::from_slice(&list).unwrap();
    let payloads = list.iter().filter_map(|row| row["payload"].as_str());
    let payloads: Vec<String> = payloads.map(str::to_owned).collect();
    println!("{} payloads.", payloads.len());
    assert!(payloads.len() > 100);
    Some(payloads)
}
