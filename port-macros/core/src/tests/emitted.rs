//! What is emitted has everything that users call, and what their programs need.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};

use crate::{
    args::Args,
    expand, port, port_set,
    problem::tests::texts_of,
    source::{File, Tracked},
    tests,
};

const PLAN: &str = "name,port,transport,constant,aliases,label,category,TLS Of,status,schemes,\
                    reference,description\n\
    web,80,tcp,,www,Web,front,,assigned,web,RFC 1,pages\n\
    web-tls,443,tcp/udp,,,Web (TLS),front,web,assigned,,,\n\
    mail,25,tcp,MAIL_IN,post,Mail,back,,unofficial,mailto,,\n\
    pool,6000-6009,udp,,,Pool,back,,pool,,,\n\
    proxy,80,tcp,,,Proxy,back,,unofficial,,,\n";

fn emitted(args: &Args) -> TokenStream {
    emitted_of(PLAN, args)
}

fn emitted_of(text: &str, args: &Args) -> TokenStream {
    tracked(text, args, Tracked::Nothing)
}

fn tracked(text: &str, args: &Args, tracked: Tracked) -> TokenStream {
    let mut tokens = TokenStream::new();
    let texts = texts_of(|problems| {
        let registry = tests::checked(text, &args.options, problems);
        let file = File {
            tracked,
            text: String::new(),
        };
        tokens = expand::registry(args, &file, &registry);
    });
    assert_eq!(texts, [""; 0]);
    tokens
}

/// The names of all functions, constants and enums, those in other items too.
fn items(tokens: TokenStream, found: &mut Vec<String>) {
    let mut keyword = String::new();
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                if matches!(&*keyword, "fn" | "const" | "enum" | "static") {
                    found.push(word.to_string());
                }
                keyword = word.to_string();
            }
            TokenTree::Group(group) => items(group.stream(), found),
            _ => keyword.clear(),
        }
    }
}

/// All names in capitals.
fn capitals(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                let word = word.to_string();
                let is_capital = |byte: u8| byte == b'_' || byte.is_ascii_uppercase();
                if word.len() > 1 && word.bytes().all(is_capital) {
                    found.insert(word);
                }
            }
            TokenTree::Group(group) => capitals(group.stream(), found),
            _ => {}
        }
    }
}

fn arguments(options: &str) -> Args {
    let call = format!("#[ports(conflicts = \"first\"{options})] pub enum E = \"a.csv\";");
    syn::parse_str(&call).unwrap()
}

/// What users call, however the lookups are made.
const ITEMS: &str = "E ALL COUNT nearest from_port candidates from_name name aliases from_flow \
    port assignments transports label from_scheme schemes category tls_of over_tls is_tls \
    is_assigned reference description from_port_any port_under from_name_or_number Category \
    services fmt as_ref from_str try_from from WEB WEB_TLS MAIL_IN POOL PROXY";

#[test]
fn everything_that_users_call_is_emitted() {
    for lookup in ["", ", lookup = \"match\"", ", lookup = \"table\""] {
        let tokens = emitted(&arguments(lookup));
        let mut found = Vec::new();
        items(tokens.clone(), &mut found);
        for item in ITEMS.split(' ') {
            assert!(found.iter().any(|it| it == item), "{lookup}: {item}");
        }
        // Tables that are read are there.
        let mut used = BTreeSet::new();
        capitals(tokens, &mut used);
        used.retain(|it| !found.contains(it));
        assert!(used.is_empty(), "{lookup}: {used:?}");
    }
}

/// What a program without tables has of each service, and what the docs say.
const ARMS: &[&str] = &[
    "static SERVICES : [E ; 5usize] = [E :: Web , E :: WebTls ,",
    "pub const ALL : & 'static [Self] = SERVICES . as_slice () ;",
    "impl :: port_consts :: __private :: Named for E { const KIND :",
    ":: port_consts :: Registry for E { const ALL : & 'static [Self] = SERVICES . as_slice () ;",
    "The category `front`.",
    "Port 25 (tcp), unofficially used by `mail`.",
    "1 => E :: Web , 2 => E :: WebTls , 3 => E :: MailIn , 4 => E :: Pool , 5 => E :: Proxy ,",
    "80u16 => Self :: Web , 443u16 => Self :: WebTls , 25u16 => Self :: MailIn ,",
    "80u16 => return & [Self :: Web , Self :: Proxy] ,",
    "6000u16 ..= 6009u16 => return & [Self :: Pool] ,",
    r#"b"web" => return :: core :: option :: Option :: Some (Self :: Web) ,"#,
    r#"b"post" => return :: core :: option :: Option :: Some (Self :: MailIn) ,"#,
    r#"b"mailto" => return :: core :: option :: Option :: Some (Self :: MailIn) ,"#,
    r#"Self :: WebTls => "web-tls" ,"#,
    r#"Self :: Web => & ["www"] , Self :: MailIn => & ["post"] , _ => & []"#,
    "Self :: Web | Self :: Proxy => 80u16 , Self :: WebTls => 443u16 , Self :: MailIn => 25u16 ,",
    "assignment (443u16 , 443u16 , 3u8 , 0u8)",
    "Self :: Web | Self :: MailIn | Self :: Proxy => 1u8 , Self :: WebTls => 3u8 ,",
    r#"Self :: WebTls => "Web (TLS)" ,"#,
    r#"Self :: Web => & ["web"] , Self :: MailIn => & ["mailto"] , _ => & []"#,
    "Self :: Web | Self :: WebTls => Category :: Front ,",
    "Self :: WebTls => :: core :: option :: Option :: Some (Self :: Web) ,",
    "Self :: Web => :: core :: option :: Option :: Some (Self :: WebTls) ,",
    "Self :: MailIn | Self :: Pool | Self :: Proxy => false , _ => true",
    r#"Self :: Web => :: core :: option :: Option :: Some ("RFC 1") ,"#,
    r#"Self :: Web => "pages" , _ => """#,
    r#"Self :: Front => "front" , Self :: Back => "back" ,"#,
    r#"lower :: < 4usize > (bytes) , b"back") => Self :: Back ,"#,
    "Port 80 (tcp), assigned to `web`.\\n\\npages.\\n\\nAlso named `www`. \
     Reference: [RFC 1](https://www.rfc-editor.org/rfc/rfc1).",
    "Port 443 (tcp/udp), assigned to `web-tls`.\\n\\nTLS of `web`.",
    "Ports 6000 to 6009 (udp, one of them), unofficially used by `pool`.",
];

#[test]
fn answers_are_emitted() {
    let tokens = emitted(&arguments(", lookup = \"match\"")).to_string();
    for arm in ARMS {
        assert!(tokens.contains(arm), "{arm}\n{tokens}");
    }
}

#[test]
fn each_row_is_compared_with_the_registries_to_avoid() {
    let options = ", avoid(a::B, C, except = [80, 6000..=6004])";
    let tokens = emitted(&arguments(options)).to_string();
    // Two rows have port 80 alone, and one has two transports.
    assert_eq!(tokens.matches("found . refuse").count(), 2 * 4, "{tokens}");
    for part in [
        r#"("a.csv:3: `web-tls` has port " , transport , other . name () , "a::B" ,"#,
        r#""avoid(a::B, C, except = [80, 6000..=6004, ""#,
        "(443u16 , 443u16 , :: port_consts :: Transport :: Udp)",
        "(6005u16 , 6009u16 , :: port_consts :: Transport :: Udp)",
        "a :: B :: from_port (port , transport)",
    ] {
        assert!(tokens.contains(part), "{part}\n{tokens}");
    }
    // Few ports are asked for, and not all services of the other registry.
    assert!(!tokens.contains("a :: B :: ALL"), "{tokens}");
    assert!(
        tokens.contains("a :: B :: from_port (:: port_consts :: Port :: new (number) , transport)")
    );
    for (last, of_services) in [(6499, 0), (6500, 1)] {
        let plan = format!("name,port,transport\na,6000-{last},tcp\n");
        let tokens = emitted_of(&plan, &arguments(", avoid = a::B")).to_string();
        let asked = "let mut services = a :: B :: ALL ; while let [service , rest @ ..] = services";
        assert_eq!(tokens.matches(asked).count(), of_services, "{tokens}");
    }
}

#[test]
fn ports_and_sets_are_emitted() {
    let port = |call: &str| port::expand(call.parse().unwrap()).to_string();
    assert_eq!(port("443"), ":: port_consts :: Port :: new (443u16)");
    assert_eq!(port("8443 in User"), port("8443"));
    let named = port("a::B, \"https\" in System");
    for part in [
        "match a :: B :: from_name (\"https\") {",
        "refuse (nearest , \"a::B\")",
        "let class = :: port_consts :: PortClass :: System ;",
        "assert_in_class (class , PORT , \"https\")",
    ] {
        assert!(named.contains(part), "{part}\n{named}");
    }
    assert!(!port("\"https\"").contains("assert_in_class"));
    assert!(port("\"https\"").contains("match :: port_consts :: Service :: from_name"));
    let set = |call: &str| port_set::expand(call.parse().unwrap()).to_string();
    assert!(
        set("\"80, 90-99\"").contains("port_set (& [(80u16 , 80u16) , (90u16 , 99u16)] , & [])")
    );
    let named = set("a::B, \"80, https\"");
    assert!(
        named.contains("port_set (& [(80u16 , 80u16)] , & [{"),
        "{named}"
    );
    assert!(named.contains("a :: B :: from_name (\"https\")"), "{named}");
    for wrong in [port("443 443"), set("\"90-80\""), set("")] {
        assert_eq!(wrong.matches("compile_error").count(), 1, "{wrong}");
    }
}

/// Up to so many names, aliases too, are matched; for size, more are.
#[test]
fn few_names_are_matched() {
    let has_table = |names: usize, options: &str| {
        let rows: Vec<String> = (2..names).map(|i| format!("s{i},{i},tcp,")).collect();
        let text = format!(
            "name,port,transport,aliases\ns,0,tcp,a\n{}",
            rows.join("\n")
        );
        let tokens = emitted_of(&text, &arguments(options)).to_string();
        let searches = tokens.contains("NAME_TABLE . find_usual (name)");
        assert_eq!(tokens.contains("static NAME_TABLE"), searches);
        searches
    };
    assert_eq!([6, 7].map(|names| has_table(names, "")), [false, true]);
    let size = ", optimize = \"size\"";
    assert_eq!([16, 17].map(|names| has_table(names, size)), [false, true]);
}

/// Names of one length are in one arm.
#[test]
fn a_length_is_matched_once() {
    let text = "name,port,transport\nab,1,tcp\nc,2,tcp\nde,3,tcp\nf,4,tcp\n";
    let tokens = emitted_of(text, &arguments(", lookup = \"match\"")).to_string();
    for length in 1..=2 {
        let arm = format!("{length}usize => match & :: port_consts :: __private :: lower");
        assert_eq!(tokens.matches(&arm).count(), 1, "{tokens}");
    }
}

/// With tables, only a variant that its name doesn't make is written out.
#[test]
fn variants_are_written_once() {
    let tokens = emitted(&arguments(", lookup = \"table\"")).to_string();
    let arms = "write_str (match index (* self) { 2 => \"MailIn\" , \
                _ => return :: port_consts :: __private :: debug_variant (self . name () , f) }";
    assert!(tokens.contains(arms), "{tokens}");
}

/// How often a text is in what an enum with these attributes becomes.
fn count(text: &str, attributes: &str) -> usize {
    let call = format!("{attributes} #[ports(conflicts = \"first\")] enum E = \"a.csv\";");
    let tokens = emitted(&syn::parse_str(&call).unwrap()).to_string();
    tokens.matches(text).count()
}

/// What is emitted beside an enum that is deprecated uses it without a warning.
#[test]
fn what_uses_a_deprecated_enum_may() {
    let uses = |attribute: &str| count("# [allow (deprecated)]", attribute);
    assert_eq!((uses(""), uses("#[must_use]")), (0, 0));
    // What is not to be seen outside, and the enum of categories.
    assert_eq!(uses("#[deprecated]"), 2);
    assert_eq!(uses("#[deprecated = \"use F\"]"), 2);
}

/// The integer of a large enum is stated, which compiles faster, unless the call states one.
#[test]
fn large_enums_have_their_integer_stated() {
    let stated = |services: usize, attribute: &str| {
        let rows: Vec<String> = (1..=services).map(|i| format!("s{i},{i},tcp")).collect();
        let rows = rows.join("\n");
        let call = format!("{attribute} enum E = \"a.csv\";");
        let args: Args = syn::parse_str(&call).unwrap();
        let tokens = emitted_of(&format!("name,port,transport\n{rows}"), &args).to_string();
        tokens.contains("# [cfg_attr (not (doc) , repr (u16))]")
    };
    assert!(stated(256, ""));
    assert!(!stated(255, ""));
    assert!(!stated(256, "#[repr(u32)]"));
    assert!(!stated(256, "#[cfg_attr(all(), repr(u32))]"));
}

/// The compiler reads the file that the macro read: cargo compiles again when it has changed.
#[test]
fn the_file_is_tracked_by_its_path() {
    let included = |path: &str, how: Tracked| {
        let call = format!("#[ports(conflicts = \"first\")] enum E = {path:?};");
        let tokens = tracked(PLAN, &syn::parse_str(&call).unwrap(), how).to_string();
        let (_, path) = tokens.split_once("include_bytes ! (")?;
        let (path, _) = path.split_once(") ;")?;
        Some(path.to_owned())
    };
    let absolute = std::env::temp_dir().join("a.csv");
    let absolute = absolute.to_str().unwrap();
    let quoted = format!("{absolute:?}");
    let elsewhere = Tracked::Absolute(absolute.to_owned());
    assert_eq!(included("a.csv", Tracked::Nothing), None);
    assert_eq!(included("a.csv", elsewhere).as_ref(), Some(&quoted));
    assert_eq!(included(absolute, Tracked::AsWritten), Some(quoted));
    let below = ":: core :: concat ! (:: core :: env ! (\"CARGO_MANIFEST_DIR\") , \"/a.csv\")";
    assert_eq!(included("a.csv", Tracked::AsWritten).unwrap(), below);
}

/// An enum without documentation says what it is; attributes that say nothing don't count.
#[test]
fn the_enum_is_documented_once() {
    let summaries = |attributes: &str| count("The 5 services of `a.csv`.", attributes);
    assert_eq!((summaries(""), summaries("/// Our plan.\n")), (1, 0));
    assert_eq!(summaries("#[must_use]"), 1);
    assert_eq!(summaries("#[doc(alias = \"plan\")]"), 1);
    assert_eq!(summaries("#[must_use] #[doc = \"Our plan.\"]"), 0);
}

/// Where few services of many have schemes, a `match` is smaller than a table.
#[test]
fn schemes_are_in_a_table_if_many_have_some() {
    let tabled = |with_schemes: usize| {
        let scheme = |i: usize| {
            if i < with_schemes {
                format!("x{i}")
            } else {
                String::new()
            }
        };
        let rows = (0..300).map(|i| format!("s{i},{i},tcp,{}", scheme(i)));
        let rows = rows.collect::<Vec<_>>().join("\n");
        let args = arguments(", lookup = \"table\"");
        let tokens = emitted_of(&format!("name,port,transport,schemes\n{rows}"), &args);
        tokens.to_string().contains("static SCHEME_ENDS")
    };
    assert!(tabled(257));
    assert!(!tabled(256) && !tabled(10));
}

/// A transport of two rows is one of the service.
#[test]
fn transports_are_those_of_all_rows() {
    let plan = "name,port,transport\nweb,80,tcp\nweb,8080,tcp/udp\nmail,25,tcp\n";
    let tokens = emitted_of(plan, &arguments(", lookup = \"match\"")).to_string();
    for arms in [
        "Self :: Web => 3u8 , Self :: Mail => 1u8 ,",
        "80u16 | 8080u16 => Self :: Web ,",
    ] {
        assert!(tokens.contains(arms), "{tokens}");
    }
}

/// Ports that several have, and those of pools alone, are in lists of their own.
#[test]
fn shared_ports_and_pools_are_searched() {
    let tokens = emitted(&arguments(", lookup = \"table\"")).to_string();
    for part in [
        "Tcp => :: port_consts :: __private :: shared (& SHARED , & TCP_SHARED , port . get ())",
        "Udp => :: port_consts :: __private :: shared (& SHARED , & UDP_POOLS , port . get ())",
        "one (SERVICES . as_slice () , index (service))",
    ] {
        assert!(tokens.contains(part), "{part}\n{tokens}");
    }
}

/// The ends of the lists of aliases are two bytes each, and one more than services.
#[test]
fn aliases_of_a_service_are_part_of_all() {
    let tokens = emitted(&arguments(", lookup = \"table\"")).to_string();
    for part in [
        "part :: < _ , 2 , 12usize > (& ALIASES , & ALIAS_ENDS , index (self))",
        r#"ALIASES : [& :: core :: primitive :: str ; 2usize] = ["www" , "post"]"#,
        // `web` has the first, and `mail`, the third service, the second.
        r#"Table (* b"\0\0\x01\0\x01\0\x02\0\x02\0\x02\0")"#,
    ] {
        assert!(tokens.contains(part), "{part}\n{tokens}");
    }
}
