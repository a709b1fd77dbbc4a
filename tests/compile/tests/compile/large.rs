//! Registries so large that they are emitted in another way: `ALL` is made from numbers, and
//! what many services have is in tables.

use std::fmt::Write as _;

use super::scratch;

/// One more than are named in `ALL` itself.
const SERVICES: usize = 8193;

#[test]
fn every_service_is_found_from_its_number() {
    let scratch = scratch("many-services", "2024");
    let mut csv = "name,port,transport\n".to_owned();
    for index in 0..SERVICES {
        writeln!(csv, "s{index}x,{},udp", 7 * index).unwrap();
    }
    scratch.write("ports.csv", csv).write(
        "src/main.rs",
        r#"
        port_consts::ports! {
            #[ports(constants = false)]
            pub enum Large = "ports.csv";
        }
        use port_consts::{Port, Transport};
        fn main() {
            for (index, service) in Large::ALL.iter().enumerate() {
                let port = u16::try_from(7 * index).unwrap();
                assert_eq!(service.name(), format!("s{index}x"));
                assert_eq!(format!("{service:?}"), format!("S{index}x"));
                assert_eq!(service.port(), port);
                assert_eq!(Large::from_name(service.name()), Some(*service));
                assert_eq!(Large::from_port(Port::new(port), Transport::Udp), Some(*service));
                assert_eq!(Large::from_port(Port::new(port), Transport::Tcp), None);
            }
            println!("{} {}", Large::COUNT, Large::ALL.len());
        }
        "#,
    );
    assert_eq!(scratch.run(), format!("{SERVICES} {SERVICES}\n"));
}

#[test]
fn every_service_has_its_columns_from_tables() {
    let scratch = scratch("many-columns", "2024");
    let mut csv = "name,port,transport,tls of,schemes,constant,status\n".to_owned();
    for index in 0..300 {
        let (port, second) = (1000 + 2 * index, 1001 + 2 * index);
        writeln!(
            csv,
            "s{index}x,{port},tcp,,p{index} q{index},THE_{index}_TH,"
        )
        .unwrap();
        writeln!(csv, "t{index}x,{second},tcp,s{index}x,,,unofficial").unwrap();
    }
    csv += "alone,1,tcp,,,,\n";
    scratch.write("ports.csv", csv).write(
        "src/main.rs",
        r#"
        port_consts::ports! {
            pub enum Many = "ports.csv";
        }
        fn main() {
            for index in 0..300 {
                let find = |name: String| Many::from_name(&name).unwrap();
                let (plain, tls) = (find(format!("s{index}x")), find(format!("t{index}x")));
                assert_eq!((plain.tls_of(), plain.over_tls()), (None, Some(tls)));
                assert_eq!((tls.tls_of(), tls.over_tls()), (Some(plain), None));
                assert!(tls.is_tls() && !plain.is_tls());
                assert!(plain.is_assigned() && !tls.is_assigned());
                assert_eq!(plain.schemes(), [format!("p{index}"), format!("q{index}")]);
                assert_eq!(tls.schemes(), [""; 0]);
                assert_eq!(Many::from_scheme(&format!("Q{index}")), Some(plain));
                assert_eq!(format!("{plain:?}"), format!("The{index}Th"));
                assert_eq!(format!("{tls:?}"), format!("T{index}x"));
            }
            let alone = Many::Alone;
            assert_eq!((alone.tls_of(), alone.over_tls()), (None, None));
            assert!(alone.is_assigned() && alone.schemes().is_empty());
            println!("{}", Many::COUNT);
        }
        "#,
    );
    assert_eq!(scratch.run(), "601\n");
}
