//! Lists of ports, and numbers with separators.

use super::{Place, find};
use Place::{Cell, Set};

#[test]
fn lists_stay_lists() {
    for text in [
        "80,443",
        "443,993",
        "22,443,8080",
        "22,80,443",
        "25,110,143",
        "25,110,995",
        "20,21,22,443",
        "8, 443",
        "22, 443, 8080",
        "80, 443,8000-8100",
        "80,443, 8080",
        "20-22,443",
        "20-21,989-990",
        "80,443-445",
        "22,443-445",
        "022,080,443",
        "443,080",
        "1024-2048,3000",
        "80,443,80",
        "80-70,443",
        "1-2-3,443",
        "80,443/tcp",
        "x1,024",
        "1,024x",
        "1,0243",
        "80,",
        ",",
        "",
    ] {
        assert_eq!(find(text, Cell), None, "{text}");
        assert_eq!(find(text, Set), None, "{text}");
    }
    // A cell may be of a file that separates thousands; a call is written as what it is.
    for text in ["22,443", "25,110", "25,110,53,853"] {
        assert!(find(text, Cell).is_some(), "{text}");
        assert_eq!(find(text, Set), None, "{text}");
    }
}

#[test]
fn what_can_be_no_list_has_separators() {
    for (text, cell, set) in [
        ("8,000", "8000", "8000"),
        ("1,080,", "1080", "1080"),
        ("8,080;", "8080", "8080"),
        ("1,024-65,535", "1024-65535", "1024-65535"),
        ("1,024 – 49,151", "1024-49151", "1024-49151"),
        ("1,024 to 49,151", "1024-49151", "1024-49151"),
        ("1024-65,535", "1024-65535", "1024-65535"),
        ("8,000-8,010", "8000-8010", "8000-8010"),
        ("5,900-5,910", "5900-5910", "5900-5910"),
        ("2,000-2,010", "2000-2010", "2000-2010"),
        (
            "80,443,5,900-5,910",
            "80,443,5900-5910",
            "80, 443, 5900-5910",
        ),
        ("1,433, 8,080", "1433,8080", "1433, 8080"),
        ("1,433; 8,080", "1433,8080", "1433, 8080"),
        ("22, 8,080", "22,8080", "22, 8080"),
        ("5,900,5,901", "5900,5901", "5900, 5901"),
        ("22, 1,443, 8,080", "22,1443,8080", "22, 1443, 8080"),
    ] {
        for (place, written) in [(Cell, cell), (Set, set)] {
            let mistake = find(text, place).unwrap_or_default();
            let end = format!("of thousands; write `{written}`");
            assert!(mistake.ends_with(&end), "{text}: {mistake}");
            assert_eq!(find(written, place), None, "{written}");
        }
    }
}

#[test]
fn where_both_may_be_meant_both_are_offered() {
    for (text, one, two) in [
        ("1,433", "1433", "1;433"),
        ("1,433,3,306", "1433,3306", "1;433;3;306"),
        ("1,433, 3,306", "1433,3306", "1;433;3;306"),
        ("22,443, 8080", "22443,8080", "22;443;8080"),
        ("1,433;3306", "1433,3306", "1;433;3306"),
        ("8,443-9443", "8443-9443", "8;443-9443"),
        ("1-65,535", "1-65535", "1-65;535"),
        ("443 10,250", "443,10250", "443;10;250"),
        ("10,250 443", "10250,443", "10;250;443"),
        ("10,250\n443", "10250,443", "10;250;443"),
        ("1,433 3,306", "1433,3306", "1;433;3;306"),
        ("80,443 10,250", "80,443,10250", "80;443;10;250"),
    ] {
        let mistake = find(text, Cell).unwrap_or_default();
        let both = format!("; write `{one}`, or `{two}` ");
        assert!(mistake.contains(&both), "{text}: {mistake}");
        assert_eq!((find(one, Cell), find(two, Cell)), (None, None));
    }
    assert_eq!(
        find("1,433, 3,306", Set).as_deref(),
        Some(
            "may have separators of thousands; write `1433, 3306`, \
             or `1, 433, 3, 306` if each number is a port"
        )
    );
}

#[test]
fn names_may_stand_between_commas() {
    assert_eq!(
        find("22, 80, http-alt, 1,433", Set).as_deref(),
        Some(
            "may have a separator of thousands; write `22, 80, http-alt, 1433`, \
             or `22, 80, http-alt, 1, 433` if each number is a port"
        )
    );
    for text in ["22, 80, h_t, 1,433", "22, 80, -h, 1,433"] {
        assert_eq!(
            find(text, Set).as_deref(),
            Some(
                "may have a separator of thousands; write the number without it, \
                 or a space behind each comma between ports"
            )
        );
    }
    for text in [
        "1,433 and 3,306",
        "1,433 x,3,306",
        "1,433, x 3,306",
        "1,433,3,306 x",
    ] {
        assert_eq!(find(text, Cell), None, "{text}");
    }
}

#[test]
fn what_is_unclear_has_no_numbers_to_write() {
    for text in [
        "22,443,8,080",
        "2 443 8,080",
        "3,389.00",
        "1,433/1,434",
        "10,250/6",
        "1,024 (tcp)",
        "1,024:2,048",
        "1,024/tcp, 8,080/tcp",
        "1,433,5,900-5,910",
        "1,000,000",
        "8,080 and 9,090",
        "5,900-5,910 tcp",
    ] {
        for place in [Cell, Set] {
            let mistake = find(text, place).unwrap_or_default();
            assert!(
                mistake.contains("of thousands; write the number") && !mistake.contains('`'),
                "{text}: {mistake}"
            );
        }
    }
    for text in ["80,000", "100,000", "1024-70,000", "80,090"] {
        let mistake = find(text, Cell).unwrap_or_default();
        assert!(mistake.contains("is above 65535"), "{text}: {mistake}");
    }
    let long = "1,433, ".repeat(20_000);
    let mistake = find(&long, Cell).unwrap_or_default();
    assert!(
        mistake.ends_with(
            "; write the numbers without them, or a space behind each comma between ports"
        )
    );
    let long = "1,080, ".repeat(20_000);
    assert!(find(&long, Cell).is_some_and(|it| it.len() < 100));
}
