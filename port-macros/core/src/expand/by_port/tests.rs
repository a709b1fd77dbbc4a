//! Reads each form of table as the library does, and compares it with the registry's segments.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{
    bitmap,
    fallback::Fallback,
    hashed,
    sorted::{self, Runs},
    table, two_level,
};
use crate::{
    args::Args,
    expand::{
        bytes::{pack, table as bytes_table},
        variants::identifier,
    },
    format::{hash, ports as format},
    problem::Problems,
    tests,
    valid::Registry,
    words::transports,
};

fn args(options: &str) -> Args {
    let call = format!("#[ports({options} conflicts = \"first\")] enum E = \"ports.csv\";");
    syn::parse_str(&call).unwrap()
}

fn registry(rows: &str) -> Registry {
    let args = args("");
    let mut problems = Problems::new(&args.path);
    let text = format!("name,port,transport\n{rows}");
    let registry = tests::checked(&text, &args.options, &mut problems);
    assert!(problems.is_empty(), "{}", problems.into_compile_errors());
    registry
}

/// Numbers without a pattern, the same in every run.
struct Random(u32);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % count
    }
}

/// Rows of so many services below a port, some of them ranges.
fn random(seed: u32, count: usize, below: usize, lengths: &[usize], sets: &[&str]) -> String {
    let random = &mut Random(seed);
    let mut rows = String::new();
    for service in 0..count {
        let first = random.below(below);
        let length = lengths[random.below(lengths.len())];
        let last = (first + length).min(65_535);
        let set = sets[random.below(sets.len())];
        writeln!(rows, "s{service},{first}-{last},{set}").unwrap();
    }
    rows
}

/// One behind the other, each with the next number.
fn dense(count: usize, step: usize, sets: &[&str]) -> String {
    let row = |service| {
        format!(
            "s{service},{},{}\n",
            service * step,
            sets[service % sets.len()]
        )
    };
    (0..count).map(row).collect()
}

const SETS: [&str; 6] = ["tcp", "udp", "tcp/udp", "sctp", "dccp", "tcp/udp/sctp/dccp"];

fn registries() -> Vec<Registry> {
    let both = &["tcp", "udp", "tcp/udp"];
    let texts = [
        "a,0,tcp\nb,65535,udp\nc,65535,dccp\n".to_owned(),
        "a,5,udp\nb,5,tcp\nc,6,sctp\nd,0-65535,dccp\n".to_owned(),
        "a,0-65535,tcp\nb,100-104,tcp/udp\nc,99,udp\nd,105-107,udp\n".to_owned(),
        // Short and long runs side by side, under and over others.
        "b,10-13,tcp\nc,14-40,tcp\nd,41-43,tcp\na,20-22,tcp\nc2,44-60,tcp\n".to_owned(),
        "b,12-13,tcp\na,5-30,tcp\nc,40-50,tcp\nd,45,tcp\n".to_owned(),
        // Long runs of one service, with nothing and with a short run between.
        "a,100-120,tcp\nb,121-122,tcp\na,123-140,tcp\na,150-170,tcp\nb,171,tcp\na,180-190,tcp\n"
            .to_owned(),
        // Only the later transports, few and many runs.
        dense(100, 7, &["sctp"]),
        dense(127, 9, &["dccp"]),
        dense(128, 9, &["dccp"]),
        dense(400, 11, &["sctp", "dccp", "tcp"]),
        dense(600, 1, both),
        dense(1_000, 2, &["tcp"]),
        dense(300, 17, both),
        random(1, 300, 65_536, &[0], both),
        random(2, 400, 600, &[0, 0, 0, 1], both),
        random(3, 200, 65_536, &[0, 3, 4, 5, 300, 20_000], &SETS),
        random(4, 150, 2_000, &[0, 1, 3, 4, 40], &SETS),
        random(5, 1_500, 65_536, &[0, 0, 0, 2], &SETS),
        random(6, 20, 65_536, &[9_000], &SETS),
    ];
    texts.iter().map(|rows| registry(rows)).collect()
}

/// Compares what `find` yields with the owners: the index plus one, or 0. It is asked at and
/// beside both ends of every segment, and in between now and then.
fn compare(registry: &Registry, form: &str, find: impl Fn(usize, u16) -> usize) {
    let segments = registry.owners.iter().flatten();
    let ends = segments.flat_map(|it| [it.first, it.last]);
    let ports = ends.flat_map(|it| [it.saturating_sub(1), it, it.saturating_add(1)]);
    let ports: BTreeSet<u16> = ports.chain((0..=u16::MAX).step_by(51)).collect();
    for bit in transports::bits() {
        let mut segments = registry.owners[bit].iter().peekable();
        for port in &ports {
            while segments.next_if(|it| it.last < *port).is_some() {}
            let owner = segments.peek().filter(|it| it.first <= *port);
            let number = owner.map_or(0, |it| it.services[0] + 1);
            assert_eq!(find(bit, *port), number, "{form} {port} {bit}");
        }
    }
}

fn in_runs(runs: &Runs, port: u16) -> usize {
    let mut runs = runs.runs.iter();
    let run = runs.find(|(first, last, _)| (*first..=*last).contains(&port));
    run.map_or(0, |(.., number)| *number)
}

fn in_fallback(fallback: &Fallback, bit: usize, port: u16, others: bool) -> usize {
    let ports = fallback.singles.iter().map(|it| sorted::port_of(*it));
    assert!(ports.is_sorted());
    if others && bit < transports::FLAGGED {
        let has = |it: &&usize| {
            sorted::port_of(**it) == usize::from(port) && (**it >> 16) & sorted::flag(bit) != 0
        };
        if let Some(entry) = fallback.singles.iter().find(has) {
            return sorted::without_flags(entry >> 16);
        }
    }
    assert_eq!(fallback.runs[bit].bit, bit);
    in_runs(&fallback.runs[bit], port)
}

fn in_two_levels(plan: &two_level::Plan, bit: usize, port: u16) -> usize {
    if !plan.paged.contains(&bit) {
        return 0;
    }
    let paged = u32::try_from(bit - plan.paged.start).unwrap();
    let (page, place) = format::page_and_place(format::key(paged, port), plan.bits);
    let scale = if plan.whole { plan.bits } else { 0 };
    plan.leaves[(plan.pages[page as usize] << scale) + place as usize]
}

fn in_bitmap(plan: &bitmap::Plan, bit: usize, port: u16) -> usize {
    let mut others = false;
    if bit < transports::FLAGGED {
        let last = plan.pages.len() - 1;
        let page = usize::from(format::row_of(port)).min(last);
        let row = plan.rows[plan.pages[page]];
        let own = format::row_bit(port) as usize;
        if row[bit] & own != 0 {
            let before = (row[0] | row[1]) & (own - 1);
            return row[2] + before.count_ones() as usize;
        }
        others = true;
    }
    in_fallback(&plan.fallback, bit, port, others)
}

fn in_hash(plan: &hashed::Plan, bit: usize, port: u16) -> usize {
    let mut others = false;
    if bit < transports::FLAGGED {
        let it = &plan.placement;
        let hash = hash::of_port(port, it.seed);
        let buckets = u32::try_from(it.displacements.len()).unwrap();
        let displacement = it.displacements[hash::bucket(hash, buckets) as usize];
        let slots = u32::try_from(it.slots.len()).unwrap();
        let slot = hash::slot(hash, u32::try_from(displacement).unwrap(), slots);
        let entry = it.slots[slot as usize].map_or(0, |key| plan.entries[key]);
        let is_it = entry != 0 && sorted::port_of(entry) == usize::from(port);
        if is_it && (entry >> 16) & sorted::flag(bit) != 0 {
            return sorted::without_flags(entry >> 16);
        }
        others = is_it;
    }
    in_fallback(&plan.fallback, bit, port, others)
}

#[test]
fn every_form_has_every_port() {
    for (i, registry) in registries().iter().enumerate() {
        let plan = two_level::plan(registry);
        compare(registry, &format!("{i}: two levels"), |bit, port| {
            in_two_levels(&plan, bit, port)
        });
        let plan = bitmap::plan(registry).unwrap();
        compare(registry, &format!("{i}: bitmap"), |bit, port| {
            in_bitmap(&plan, bit, port)
        });
        let plan = hashed::plan(registry).unwrap();
        compare(registry, &format!("{i}: hash"), |bit, port| {
            in_hash(&plan, bit, port)
        });
    }
}

#[test]
fn transports_have_pages_if_they_have_ports() {
    let paged = |rows: &str| two_level::plan(&registry(rows)).paged;
    assert_eq!(paged("a,7,tcp\n"), 0..1);
    assert_eq!(paged("a,7,udp\n"), 1..2);
    assert_eq!(paged("a,7,tcp/udp\n"), 0..2);
    assert_eq!(paged("a,7,sctp\n"), 2..3);
    assert_eq!(paged("a,7,sctp/dccp\n"), 2..4);
    // With tcp or udp and another one, there is no branch.
    assert_eq!(paged("a,7,udp/sctp\n"), 0..4);
}

#[test]
fn tables_are_as_small_as_they_are_meant_to_be() {
    let bytes = |rows: &str| {
        let registry = registry(rows);
        let hashed = hashed::plan(&registry).unwrap();
        let bitmap = bitmap::plan(&registry).unwrap();
        [
            two_level::plan(&registry).bytes(),
            hashed.bytes(),
            bitmap.bytes(),
        ]
    };
    // Each form is the smallest for what it is meant for.
    let [two_level, hashed, bitmap] = bytes(&dense(600, 1, &["tcp"]));
    assert!(bitmap < two_level && bitmap < hashed);
    // A row for each 16 ports, of which the first begins with no service's number before it.
    assert_eq!(
        bitmap,
        (600_usize.div_ceil(16) + 1) * 6 + 600_usize.div_ceil(16) + 1
    );
    // Up to 256 rows, the empty one among them, have numbers of one byte.
    for (rows, width) in [(255, 1), (256, 2)] {
        let plan = bitmap::plan(&registry(&dense(rows * 16, 1, &["tcp"]))).unwrap();
        assert_eq!(plan.bytes(), (rows + 1) * (6 + width));
    }
    let [two_level, hashed, bitmap] = bytes(&random(7, 300, 65_536, &[0], &["tcp", "udp"]));
    assert!(hashed < two_level && hashed < bitmap);
    assert!(hashed < 300 * 5, "{hashed}");
    // Blocks of pages are equal, so each takes a leaf.
    let blocks = "a,0-32767,tcp\nb,32768-65535,tcp\n";
    assert_eq!(
        two_level::plan(&registry(blocks)).bytes(),
        256 * 2 + 3 * 256
    );
    // All transports have pages, and the leaf that begins with the run has its other ports from
    // the empty one.
    let with_run = format!("{blocks}c,7-9,sctp\n");
    assert_eq!(
        two_level::plan(&registry(&with_run)).bytes(),
        4 * 256 * 2 + 3 * 256 + 256 - 7
    );
    // No port is in the fallback without need.
    let plan = bitmap::plan(&registry(&dense(600, 1, &["tcp", "tcp/udp"]))).unwrap();
    assert_eq!(plan.fallback.bytes(), 0);
    let plan = bitmap::plan(&registry("a,5,tcp\nb,5,udp\nc,6-9,sctp\n")).unwrap();
    assert_eq!(
        (plan.fallback.singles.len(), plan.fallback.bytes()),
        (1, 4 + 6)
    );
    // Two rows of three fields, two pages, and the fallback.
    assert_eq!(plan.bytes(), 2 * 6 + 2 + 10);
    let rows = random(7, 300, 65_536, &[0], &["tcp", "udp"]) + "a,9-99,sctp\n";
    let plan = hashed::plan(&registry(&rows)).unwrap();
    let (displacements, slots) = (&plan.placement.displacements, &plan.placement.slots);
    let fallback = plan.fallback.bytes();
    assert!(fallback >= 6 && displacements.len() > 9, "{fallback}");
    assert_eq!(
        plan.bytes(),
        displacements.len() * 2 + slots.len() * 4 + fallback
    );
}

#[test]
fn the_form_is_the_strategy_s() {
    let statics = |options: &str, rows: &str| {
        let table = table(&args(options), &registry(rows));
        table.map_or(String::new(), |it| it.statics.to_string())
    };
    // Sixteen runs are matched, seventeen are not.
    assert_eq!(statics("", &dense(16, 3, &["tcp"])), "");
    assert!(statics("", &dense(17, 3, &["tcp"])).contains("LEAVES"));
    assert!(statics("lookup = \"table\",", &dense(16, 3, &["tcp"])).contains("LEAVES"));
    assert_eq!(statics("lookup = \"match\",", &dense(90, 3, &["tcp"])), "");
    let size = "optimize = \"size\",";
    assert!(statics(size, &dense(600, 1, &["tcp"])).contains("ROW_PAGES"));
    let scattered = random(7, 300, 65_536, &[0], &["tcp", "udp"]);
    assert!(statics(size, &scattered).contains("PORT_SLOTS"));
    assert!(statics("", &scattered).contains("LEAVES"));
    // Ports that several have are listed, and no others are.
    let shared = |rows: &str| {
        let (statics, _) = super::shared::emit(&args(""), &registry(rows));
        statics.to_string()
    };
    assert_eq!(shared(&dense(20, 3, &["tcp"])), "");
    let list = shared("a,80-90,tcp\nb,85,tcp\nc,85,udp\n");
    assert!(
        list.contains("SHARED : [E ; 2usize]") && list.contains("TCP_SHARED"),
        "{list}"
    );
    assert!(!list.contains("UDP_SHARED"), "{list}");
}

#[test]
fn runs_are_short_up_to_four_ports() {
    let ports = |rows: &str| sorted::ports(&registry(rows)).len();
    let runs = |rows: &str| Runs::long(&registry(rows), 0).runs;
    assert_eq!((ports("a,10-13,tcp\n"), ports("a,10-14,tcp\n")), (4, 0));
    assert_eq!(runs("a,10-13,tcp\n"), []);
    assert_eq!(runs("a,10-14,tcp\n"), [(10, 14, 1)]);
    // A short run of another service is looked up first, so it may be inside.
    let rows = "a,100-120,tcp\nb,121-122,tcp\na,123-140,tcp\nc,150,tcp\na,151-160,tcp\n";
    assert_eq!(runs(rows), [(100, 140, 1), (151, 160, 1)]);
}

/// As many services as there are numbers below the flags, and one more.
#[test]
fn numbers_leave_room_for_flags() {
    let most = format::FIRST_FLAG as usize - 1;
    assert!(sorted::leaves_flags(&registry(&dense(most, 1, &["tcp"]))));
    assert!(!sorted::leaves_flags(&registry(&dense(
        most + 1,
        1,
        &["tcp"]
    ))));
}

/// What is left out of a table is searched behind it.
#[test]
fn other_ports_are_searched() {
    let emitted = |options: &str, rows: &str| {
        let emitted = table(&args(options), &registry(rows)).unwrap();
        format!("{} {}", emitted.statics, emitted.body)
    };
    let has = |tokens: &str, parts: &[&str]| {
        for part in parts {
            assert!(tokens.contains(part), "{part}\n{tokens}");
        }
    };
    let none = "_ => :: core :: option :: Option :: None ,";
    let few = emitted("lookup = \"table\",", &dense(20, 3, &["tcp"]));
    has(&few, &[":: Tcp => { let place", none]);
    // With a port of a later transport, all have pages, and no transport is asked for.
    let rows = dense(20, 3, &["tcp"]) + "b,7,sctp\n";
    let many = emitted("lookup = \"table\",", &rows);
    has(&many, &[":: Dccp => { let place"]);
    assert!(!many.contains(none), "{many}");
    // Leaves copy services from the list of all: behind the 256 ports of an empty leaf, the first
    // one on port 0, and the second on port 3.
    has(
        &few,
        &[
            "static LEAVES : [:: core :: option :: Option < E > ; ",
            r#"leaves (b"\0\x01\0\0\x02\0\x01\0"#,
            ", SERVICES . as_slice ()) ;",
        ],
    );
    // A service that has a row of bits, and one that has the same port.
    let rows = dense(600, 1, &["tcp"]) + "a,5,udp\nb,7-9,sctp\n";
    let small = emitted("optimize = \"size\",", &rows);
    has(
        &small,
        &[
            "in_entries (& SINGLES , flag , number)",
            "static SINGLES :",
            "Sctp => match number { 7u16 ..= 9u16 => 602 , _ => 0 } ,",
            "Dccp => 0 ,",
        ],
    );
    let rows = dense(600, 1, &["tcp"]) + &dense(17, 3, &["sctp"]);
    let small = emitted("optimize = \"size\",", &rows);
    has(
        &small,
        &["Sctp => :: port_consts :: __private :: in_runs (& SCTP_RUNS , number) ,"],
    );
    // Where `ALL` is made from numbers, leaves have numbers.
    let plan = two_level::plan(&registry("a,5,tcp\n"));
    let numbers = plan.emit(&identifier("E"), None);
    has(
        &numbers.statics.to_string(),
        &["static LEAVES : :: port_consts :: __private :: Table"],
    );
    has(
        &numbers.body.to_string(),
        &["nth (LEAVES . number :: < 1usize > (place))"],
    );
}

/// Larger ones would take fewer bytes here.
#[test]
fn pages_have_256_ports_at_most() {
    let ranges: Vec<String> = (0..=255)
        .map(|i| format!("{}-{}", i * 256, i * 256 + 127))
        .collect();
    let rows = format!("a,{},tcp/udp/sctp/dccp\n", ranges.join(";"));
    assert_eq!(two_level::plan(&registry(&rows)).bits, 8);
}

#[test]
fn shared_ports_have_the_places_of_their_services() {
    let rows = "a,80-90,tcp\nb,85,tcp\nc,100-110,tcp\nd,105,tcp\ne,105,tcp\nf,86,tcp\nb,86,tcp\n";
    let (statics, _) = super::shared::emit(&args(""), &registry(rows));
    let statics = statics.to_string();
    let fields = [[85, 85, 0, 2], [86, 86, 2, 5], [105, 105, 5, 8]];
    let bytes = pack(fields.into_iter().flatten(), format::FIELD_BYTES);
    let runs = bytes_table(&identifier("TCP_SHARED"), &bytes).to_string();
    assert!(statics.contains(&runs), "{statics}\n{runs}");
    let list = "E :: A , E :: B , E :: A , E :: F , E :: B , E :: C , E :: D , E :: E";
    assert!(statics.contains(list), "{statics}");
}

/// The compiler would refuse a lookup that has other lengths.
#[test]
fn lookups_have_the_lengths_of_their_tables() {
    let length = |statics: &str, name: &str| {
        let (_, rest) = statics.split_once(&format!("static {name} : ")).unwrap();
        let (_, rest) = rest.split_once("< ").unwrap();
        rest.split_once(" >").unwrap().0.to_owned()
    };
    // Pages of one byte, and of two.
    for services in [600, 5000] {
        let rows = dense(services, 1, &["tcp"]);
        let emitted = table(&args("optimize = \"size\","), &registry(&rows)).unwrap();
        let (statics, body) = (emitted.statics.to_string(), emitted.body.to_string());
        let [first, second] = ["ROW_PAGES", "ROWS"].map(|it| length(&statics, it));
        let lengths = format!(", {first} , {second}");
        assert!(body.contains(&lengths), "{lengths}: {body}");
    }
    // Leaves are an array of services.
    for rows in [dense(600, 1, &["tcp"]), dense(20, 1, &["udp"])] {
        let emitted = table(&args("lookup = \"table\","), &registry(&rows)).unwrap();
        let (statics, body) = (emitted.statics.to_string(), emitted.body.to_string());
        let (_, leaves) = statics.split_once("static LEAVES : [").unwrap();
        let (_, leaves) = leaves.split_once("; ").unwrap();
        let (leaves, _) = leaves.split_once(']').unwrap();
        let pages = length(&statics, "PAGES");
        assert!(body.contains(&format!(", {pages} , > (& PAGES")), "{body}");
        assert!(body.contains(&format!("if place < {leaves} {{")), "{body}");
    }
}
