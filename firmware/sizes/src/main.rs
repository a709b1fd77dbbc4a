//! An image that uses one part of one registry: its features say which. What it is larger
//! than the image without any is what the part costs.

#![no_std]
#![no_main]
#![forbid(unsafe_code)]
#![allow(unused_imports, reason = "it depends on the features what is used")]

use core::hint::black_box;

use port_consts::{HTTPS, Port, PortRanges, Transport, port_set};
#[cfg(feature = "curated")]
use registries::curated::Service;
#[cfg(feature = "curated-speed")]
use registries::curated_speed::Service;
#[cfg(feature = "iana")]
use registries::iana::Service;
#[cfg(feature = "iana-speed")]
use registries::iana_speed::Service;
#[cfg(feature = "ten")]
use registries::ten::Service;

board::start!(run);

fn run() -> bool {
    // What is asked for is there in every image.
    let port = black_box(Port::new(443));
    let transport = black_box(Transport::Tcp);
    let name: &str = black_box("https");
    let _ = (port, transport, name);
    #[cfg(feature = "literal")]
    black_box(443_u16);
    #[cfg(feature = "constants")]
    black_box(HTTPS.get());
    #[cfg(feature = "range")]
    black_box(port.class());
    // For size, a loop over three ranges of four bytes; for speed it would be comparisons.
    #[cfg(feature = "set")]
    black_box(const { port_set!("22, 443, 8000-8100") }.contains(port));
    // Behind a pointer, as a table of sets is: 20 ranges of four bytes.
    #[cfg(feature = "stored-set")]
    {
        static SET: PortRanges<20> = port_set!(
            "20-22, 25, 53, 67-68, 80, 110, 123, 143, 161, 179, 389, 443, 465, 502, 514, 587, \
             636, 853, 993-995, 8000-8100"
        );
        black_box(black_box(&SET).contains(port));
    }
    #[cfg(feature = "by-port")]
    black_box(Service::from_port(port, transport));
    #[cfg(feature = "candidates")]
    black_box(Service::candidates(port, transport));
    #[cfg(feature = "by-name")]
    black_box(Service::from_name(name));
    #[cfg(feature = "names")]
    if let Some(service) = black_box(None::<Service>) {
        black_box(service.name());
    }
    #[cfg(feature = "everything")]
    if let Some(service) = black_box(None::<Service>) {
        black_box((service.port(), service.transports(), service.aliases()));
        black_box(service.assignments());
        black_box(Service::from_flow(port, service.port(), transport));
        columns(service);
    }
    true
}

/// Asks for the optional columns that the file has.
#[cfg(feature = "everything")]
fn columns(service: Service) {
    #[cfg(not(any(feature = "iana", feature = "iana-speed")))]
    black_box((service.category(), service.description()));
    #[cfg(any(feature = "curated", feature = "curated-speed"))]
    {
        black_box((service.tls_of(), service.over_tls(), service.is_assigned()));
        black_box(service.reference());
    }
    let _ = service;
}
