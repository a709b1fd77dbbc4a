//! A plan as a file and as the call of `ports!`, each in one of many ways to write it.

use std::fmt::Write as _;

use crate::{
    plan::{EXCEPT, Form, Plan, Row, Select, Status},
    random::Random,
};

const TRANSPORTS: [&str; 4] = ["tcp", "udp", "sctp", "dccp"];

/// The names of the transports in a set.
pub(crate) fn transport_names(set: u8) -> Vec<&'static str> {
    let bits = (0..4).filter(|bit| set & (1 << bit) != 0);
    bits.map(|bit| TRANSPORTS[bit]).collect()
}

/// What a column holds.
type Cell = fn(&Row, &mut Random) -> String;

/// A column: its key in `columns(..)`, its titles, and its cells.
struct Column {
    key: &'static str,
    titles: &'static [&'static str],
    cell: Cell,
}

/// Columns that nobody reads.
const OTHERS: [&str; 2] = ["Rack 7", ""];
const IANA: [&str; 4] = ["Assignee", "Contact", "Registration Date", "Service Code"];

/// The text of the file, and the attribute of the enum.
pub(crate) fn write(plan: &Plan, seed: u64, index: u64) -> (String, String) {
    // Another part of the numbers than the plan has.
    let random = &mut Random::new(!seed, index);
    if plan.form == Form::Services {
        return (
            services_file(plan, random),
            attribute(plan, "format = \"services\","),
        );
    }
    let mut columns = columns(plan);
    for at in (1..columns.len()).rev() {
        columns.swap(at, random.below(at + 1));
    }
    let (mut header, mut titles) = (Vec::new(), String::new());
    for column in &columns {
        let title = random.of(column.titles);
        if plan.form == Form::Iana {
            header.push(column.titles[0].to_owned());
        } else if random.one_in(6) {
            header.push(format!("Spalte {} \u{2013} {}", header.len(), column.key));
            let title = header.last().expect("pushed");
            write!(titles, "{} = {title:?},", column.key).unwrap();
        } else {
            header.push(random.in_any_case(title));
        }
    }
    let others: &[&str] = match plan.form {
        Form::Iana => &IANA,
        _ if random.one_in(3) => {
            write!(titles, "ignore = {OTHERS:?},").unwrap();
            &OTHERS
        }
        _ => &[],
    };
    header.extend(others.iter().map(|it| (*it).to_owned()));
    let separator = *random.of(&[&',', &',', &';', &'\t']);
    let line_break = random.of(&["\n", "\r\n"]);
    let mut text = String::new();
    if plan.form != Form::Iana && random.one_in(5) {
        write!(text, "sep={separator}{line_break}").unwrap();
    } else if random.one_in(5) {
        text += "\u{FEFF}";
    }
    let mut line = |cells: Vec<String>, random: &mut Random| {
        let cells = cells.iter().map(|it| quoted(it, separator, random));
        let cells: Vec<String> = cells.collect();
        text += &cells.join(&separator.to_string());
        text += line_break;
    };
    line(header, random);
    for row in &plan.rows {
        let mut cells: Vec<String> = columns.iter().map(|it| (it.cell)(row, random)).collect();
        cells.extend(
            others
                .iter()
                .map(|_| random.of(&["", "x", "80", "tcp"]).to_owned()),
        );
        line(cells, random);
        if random.one_in(30) {
            line(vec![String::new(); header_width(&columns, others)], random);
        }
    }
    if !titles.is_empty() {
        titles = format!("columns({titles}),");
    }
    (text, attribute(plan, &titles))
}

fn header_width(columns: &[Column], others: &[&str]) -> usize {
    columns.len() + others.len()
}

fn columns(plan: &Plan) -> Vec<Column> {
    let has = plan.columns;
    let mut columns = Vec::new();
    let mut add = |is_there: bool, key, titles, cell: Cell| {
        if is_there {
            columns.push(Column { key, titles, cell });
        }
    };
    let is_named = plan.form != Form::Labels;
    add(
        is_named,
        "name",
        &["Service Name", "name", "service"],
        |row, _| row.name.clone(),
    );
    let ports: Cell = if has.last { first_port } else { ports };
    add(true, "port", &["Port Number", "port", "number"], ports);
    add(has.last, "last", &["Last Port"], last_port);
    let is_one = !has.marks && !has.no_transport;
    let titles = &["Transport Protocol", "transport", "protocol"];
    add(is_one, "transport", titles, transports);
    add(has.marks, "tcp", &["TCP"], |row, random| {
        mark(row, 0, random)
    });
    add(has.marks, "udp", &["UDP"], |row, random| {
        mark(row, 1, random)
    });
    add(has.marks, "sctp", &["SCTP"], |row, random| {
        mark(row, 2, random)
    });
    add(has.marks, "dccp", &["DCCP"], |row, random| {
        mark(row, 3, random)
    });
    add(has.constant, "constant", &["Constant"], |row, _| {
        row.constant.clone()
    });
    add(
        has.aliases,
        "aliases",
        &["Aliases", "alias"],
        |row, random| row.aliases.join(random.of(&[" ", ", ", ";", "|"])),
    );
    add(has.label, "label", &["Label"], |row, _| row.label.clone());
    add(has.category, "category", &["Category"], |row, _| {
        row.category.clone()
    });
    add(has.tls_of, "tls_of", &["TLS Of", "tls-of"], |row, _| {
        row.tls_of.clone()
    });
    add(has.status, "status", &["Status"], status);
    let schemes: Cell = |row, _| row.schemes.join(" ");
    add(has.schemes, "schemes", &["Schemes", "scheme"], schemes);
    add(has.reference, "reference", &["Reference"], |row, _| {
        row.reference.clone()
    });
    add(
        has.description,
        "description",
        &["Description"],
        |row, _| row.description.clone(),
    );
    columns
}

fn range((first, last): (u16, u16), random: &mut Random) -> String {
    if first == last {
        return first.to_string();
    }
    let dash = random.of(&["-", "-", " - ", "\u{2013}"]);
    format!("{first}{dash}{last}")
}

fn ports(row: &Row, random: &mut Random) -> String {
    if let Some(cell) = &row.port_cell {
        return cell.clone();
    }
    let ranges: Vec<String> = row.ranges.iter().map(|it| range(*it, random)).collect();
    // `1,100` may be one number, and so may the first of `1,100-2000`.
    let digits = |it: &str| it.bytes().take_while(u8::is_ascii_digit).count();
    let is_group = ranges.iter().skip(1).any(|it| digits(it) == 3);
    let separators: &[&str] = if is_group {
        &["; ", ";"]
    } else {
        &[",", ", ", ";"]
    };
    ranges.join(random.of(separators))
}

fn first_port(row: &Row, _: &mut Random) -> String {
    match &row.port_cell {
        Some(cell) => cell.clone(),
        None => row.ranges[0].0.to_string(),
    }
}

fn last_port(row: &Row, random: &mut Random) -> String {
    match row.ranges[0] {
        (first, last) if first == last && random.one_in(2) => String::new(),
        (_, last) => last.to_string(),
    }
}

fn transports(row: &Row, random: &mut Random) -> String {
    if let Some(cell) = &row.transport_cell {
        return cell.clone();
    }
    let between = random.of(&["/", "/", ",", " & ", "+", " and "]);
    random.in_any_case(&transport_names(row.transports).join(between))
}

fn mark(row: &Row, bit: usize, random: &mut Random) -> String {
    let is_empty = row.transport_cell.as_deref() == Some("");
    let marks = if row.transports & (1 << bit) != 0 && !is_empty {
        ["x", "Yes", "1", "true", TRANSPORTS[bit]]
    } else {
        ["", "", "no", "0", "-"]
    };
    random.of(&marks).to_owned()
}

fn status(row: &Row, random: &mut Random) -> String {
    let word = match row.status {
        Status::Assigned if random.one_in(2) => "",
        Status::Assigned => "assigned",
        Status::Unofficial => "unofficial",
        Status::Pool => "pool",
    };
    random.in_any_case(word)
}

fn quoted(cell: &str, separator: char, random: &mut Random) -> String {
    let needs = cell.contains([separator, '"', '\n', '\r']);
    if needs || random.one_in(8) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    if random.one_in(12) {
        format!(" {cell} ")
    } else {
        cell.to_owned()
    }
}

fn services_file(plan: &Plan, random: &mut Random) -> String {
    let mut text = String::from("# Random services\n\n");
    for row in &plan.rows {
        let names = transport_names(row.transports);
        let transport = row.transport_cell.clone();
        let transport = transport.unwrap_or_else(|| random.in_any_case(names[0]));
        let between = random.of(&[" ", "\t", "\t\t", "   "]);
        let port = row.ranges[0].0;
        write!(text, "{}{between}{port}/{transport}", row.name).unwrap();
        for alias in &row.aliases {
            write!(text, "{between}{alias}").unwrap();
        }
        let description = row.description.replace('\n', " ");
        if !description.is_empty() {
            write!(text, "{between}# {description}").unwrap();
        }
        text += random.of(&["\n", "\r\n", "\n# nothing\n"]);
    }
    text
}

/// `#[ports(..)]` with what the file needs.
fn attribute(plan: &Plan, of_file: &str) -> String {
    let mut options = of_file.to_owned();
    options += plan.lookup;
    if plan.form == Form::Iana {
        options += "iana,";
    } else {
        if plan.first_wins {
            options += "conflicts = \"first\",";
        }
        if plan.numbered {
            options += "identifiers = \"numbered\",";
        }
    }
    if !plan.constants {
        options += "constants = false,";
    }
    if let Some(default) = plan.default {
        let names = transport_names(default).join("/");
        write!(options, "default(transport = {names:?}),").unwrap();
    }
    if let Some((within, ..)) = plan.within {
        write!(options, "within = {within},").unwrap();
    }
    if plan.avoids {
        let (first, last) = EXCEPT;
        write!(
            options,
            "avoid(crate::avoided::Service, except = {first}..={last}),"
        )
        .unwrap();
    }
    if let Some(select) = &plan.select {
        write!(options, "select({}),", selection(select)).unwrap();
    }
    let skips = plan
        .skips
        .iter()
        .map(|(key, text)| format!("{key} = {text:?},"));
    let skips: String = skips.collect();
    if !skips.is_empty() {
        write!(options, "skip({skips}),").unwrap();
    }
    format!("#[ports({options})]")
}

fn selection(select: &Select) -> String {
    let mut keys = String::new();
    if !select.names.is_empty() {
        write!(keys, "name = {:?},", select.names).unwrap();
    }
    if !select.categories.is_empty() {
        write!(keys, "category = {:?},", select.categories).unwrap();
    }
    if select.transports != 0 {
        let names = transport_names(select.transports);
        write!(keys, "transport = {names:?},").unwrap();
    }
    if !select.ports.is_empty() {
        let ranges = select
            .ports
            .iter()
            .map(|(first, last)| format!("{first}-{last}"));
        let ranges: Vec<String> = ranges.collect();
        write!(keys, "port = {:?},", ranges.join(", ")).unwrap();
    }
    keys
}
