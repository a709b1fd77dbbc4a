//! What rows say of services together: names, schemes, and texts that have to agree.

use syn::parse_quote;

use crate::{
    args::{Args, Options},
    problem::tests::texts_of,
    tests,
    valid::Segment,
    words::columns::Column,
};

/// For each service its name, aliases and schemes, and the mistakes.
fn merged(args: &Args, rows: &str) -> (Vec<String>, Vec<String>) {
    let text = format!("name,port,transport,aliases,schemes,label\n{rows}");
    let mut services = Vec::new();
    let texts = texts_of(|problems| {
        let registry = tests::checked(&text, &args.options, problems);
        services.extend(registry.services.iter().map(|it| {
            let (aliases, schemes) = (it.aliases.join(" "), it.schemes.join(" "));
            format!("{}: {aliases}: {schemes}", it.name)
        }));
    });
    (services, texts)
}

#[test]
fn names_and_schemes_are_of_one_service() {
    let args: Args = parse_quote!(enum E = "ports.csv";);
    let first: Args = parse_quote!(#[ports(conflicts = "first")] enum E = "ports.csv";);
    for (rows, services, said, counts) in [
        (
            "a,1,tcp,,x y,\nb,2,tcp,,Z X,\n",
            ["a: : x y", "b: : z"],
            "ports.csv:3: scheme `x` of `b` is a scheme of `a` at line 2; keep it on one of them",
            [1, 1],
        ),
        (
            "a,1,tcp,c d,,\nb,2,tcp,D e,,\n",
            ["a: c d: ", "b: e: "],
            "ports.csv:3: alias `D` of `b` is an alias of `a` at line 2; keep it on one",
            [1, 0],
        ),
        (
            "a,1,tcp,B c,,\nb,2,tcp,,,\n",
            ["a: c: ", "b: : "],
            "ports.csv:2: alias `B` of `a` is the name of the service `b` at line 3; take",
            [1, 0],
        ),
        (
            "a,1,tcp,,,One\nb,2,tcp,,,\na,3,tcp,,,Two\n",
            ["a: : ", "b: : "],
            "ports.csv:4: `a` has the Label `One` at line 2 and `Two` here; all rows of a name",
            [1, 1],
        ),
        // Rows of one service may repeat what they say.
        (
            "a,1,tcp,c,x,One\nA,3,tcp,C,X,one\nb,2,tcp,,,\n",
            ["a: c: x", "b: : "],
            "",
            [0, 0],
        ),
    ] {
        for (args, count) in [&args, &first].into_iter().zip(counts) {
            let (found, texts) = merged(args, rows);
            assert_eq!(found, services, "{rows}");
            assert_eq!(texts.len(), count, "{texts:?}");
            assert!(texts.iter().all(|it| it.contains(said)), "{texts:?}");
        }
    }
}

#[test]
fn of_several_descriptions_the_first_counts() {
    let rows = "a,1,tcp,,\na,2,tcp,one,RFC 1\na,3,tcp,,\na,4,tcp,two,RFC 2\n";
    let text = format!("name,port,transport,description,reference\n{rows}");
    let texts = texts_of(|problems| {
        let registry = tests::checked(&text, &Options::default(), problems);
        let texts =
            [Column::Description, Column::Reference].map(|it| registry.services[0].text(it));
        assert_eq!(texts, ["one", "RFC 1"]);
    });
    assert_eq!(texts, [""; 0]);
}

#[test]
fn a_clash_of_constants_names_the_lines_that_write_them() {
    let text = "name,port,transport,constant\na,1,tcp,\na,2,tcp,X\nb,3,tcp,\nb,4,tcp,X\nx,5,tcp,\n";
    let texts = texts_of(|problems| {
        tests::checked(text, &Options::default(), problems);
    });
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts[0].starts_with("ports.csv:5: `b` and `a` at line 3 would both be `X`"));
    assert!(texts[1].starts_with("ports.csv:6: `x` and `a` at line 3 would both be `X`"));
}

#[test]
fn pools_alone_are_candidates() {
    let text = "name,port,transport,status\na,7-9,udp,pool\nb,8,udp,pool\n";
    texts_of(|problems| {
        let registry = tests::checked(text, &Options::default(), problems);
        assert!(registry.owners.iter().all(Vec::is_empty));
        let services = |it: &Segment| (it.first, it.last, it.services.clone(), it.pools);
        let segments: Vec<_> = registry.candidates()[1].iter().map(services).collect();
        let alone = |port| (port, port, vec![0], 1);
        assert_eq!(segments, [alone(7), (8, 8, vec![0, 1], 2), alone(9)]);
    });
}
