//! A registry so large that `ALL` is made from numbers.

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
