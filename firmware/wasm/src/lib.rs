//! The lookups of the curated registry as the functions of a WebAssembly module, which
//! imports nothing. A service is its place in `Service::ALL` plus one; 0 is none.

#![cfg(target_arch = "wasm32")]
#![no_std]
// Not `forbid`: a function has to have a name to be called from outside, and the attribute
// for that counts as unsafe. Nothing else here is.
#![deny(unsafe_code)]

use core::{
    str,
    sync::atomic::{AtomicU8, Ordering},
};

use port_consts::{Port, Service, Transport};

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}

/// Where a caller writes the name that it asks for.
static NAME: [AtomicU8; 64] = [const { AtomicU8::new(0) }; 64];

/// The service of a port; the transports are numbered as in `Transport::ALL`.
#[allow(unsafe_code, reason = "it has a name")]
#[unsafe(no_mangle)]
pub extern "C" fn from_port(port: u16, transport: usize) -> usize {
    let transport = Transport::ALL.get(transport);
    number(transport.and_then(|it| Service::from_port(Port::new(port), *it)))
}

/// The service of the name that stands in the first bytes of `name_buffer`.
#[allow(unsafe_code, reason = "it has a name")]
#[unsafe(no_mangle)]
pub extern "C" fn from_name(length: usize) -> usize {
    let mut name = [0; NAME.len()];
    for (to, from) in name.iter_mut().zip(&NAME) {
        *to = from.load(Ordering::Relaxed);
    }
    let name = name.get(..length).and_then(|it| str::from_utf8(it).ok());
    number(name.and_then(Service::from_name))
}

/// Where the name is to be written, up to 64 bytes.
#[allow(unsafe_code, reason = "it has a name")]
#[unsafe(no_mangle)]
pub extern "C" fn name_buffer() -> *const AtomicU8 {
    NAME.as_ptr()
}

/// The first port of a service; 0 if there is no such service.
#[allow(unsafe_code, reason = "it has a name")]
#[unsafe(no_mangle)]
pub extern "C" fn port(service: usize) -> u16 {
    service_of(service).map_or(0, |it| it.port().get())
}

/// Where the name of a service is.
#[allow(unsafe_code, reason = "it has a name")]
#[unsafe(no_mangle)]
pub extern "C" fn name(service: usize) -> *const u8 {
    service_of(service).map_or("", Service::name).as_ptr()
}

/// How long the name of a service is.
#[allow(unsafe_code, reason = "it has a name")]
#[unsafe(no_mangle)]
pub extern "C" fn name_length(service: usize) -> usize {
    service_of(service).map_or("", Service::name).len()
}

fn number(service: Option<Service>) -> usize {
    service.map_or(0, |service| service as usize)
}

fn service_of(number: usize) -> Option<Service> {
    Service::ALL.get(number.checked_sub(1)?).copied()
}
