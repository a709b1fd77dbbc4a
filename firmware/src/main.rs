//! A gateway on a Cortex-M3: it listens for MQTT, connects to itself over a network of its
//! own, and refuses what its port plan, `ports.csv`, does not list. There is no heap.
//!
//! `cargo run --release` in this folder runs it under QEMU, once
//! `rustup target add thumbv7m-none-eabi` was done and `qemu-system-arm` is there.

#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod filter;
mod log;
mod loopback;

use port_consts::{MQTT, Port, TELNET, port};
use smoltcp::{
    iface::{Config, Interface, SocketHandle, SocketSet, SocketStorage},
    socket::tcp,
    time::{Duration, Instant},
    wire::{HardwareAddress, IpAddress, IpCidr},
};

use log::log;
use loopback::Loopback;

board::start!(run);

const ADDRESS: IpAddress = IpAddress::v4(127, 0, 0, 1);

/// The ports that the two connections come from: none that a service has.
const FROM: [Port; 2] = [port!(60001 in Dynamic), port!(60002 in Dynamic)];

const READING: &[u8] = b"21.5 degrees";

/// How long a connection may take.
const PATIENCE: Duration = Duration::from_secs(5);

fn run() -> bool {
    let mut device = Loopback::new();
    let config = Config::new(HardwareAddress::Ip);
    let mut interface = Interface::new(config, &mut device, Instant::ZERO);
    interface.update_ip_addrs(|addresses| {
        addresses
            .push(IpCidr::new(ADDRESS, 8))
            .expect("room for one address");
    });
    let mut buffers = [[0; 64]; 4];
    let [a, b, c, d] = &mut buffers;
    let socket = |received, sent| {
        tcp::Socket::new(
            tcp::SocketBuffer::new(received),
            tcp::SocketBuffer::new(sent),
        )
    };
    let mut storage = [SocketStorage::EMPTY; 2];
    let mut sockets = SocketSet::new(&mut storage[..]);
    let mut gateway = Gateway {
        listener: sockets.add(socket(&mut a[..], &mut b[..])),
        client: sockets.add(socket(&mut c[..], &mut d[..])),
        device,
        interface,
        sockets,
        now: Instant::ZERO,
    };
    let [first, second] = FROM;
    let mqtt = gateway.delivers(MQTT, first);
    log!("a reading by MQTT ({}) arrived: {}", MQTT, mqtt);
    let telnet = gateway.delivers(TELNET, second);
    log!("a reading by Telnet ({}) arrived: {}", TELNET, telnet);
    mqtt && !telnet
}

struct Gateway<'a> {
    device: Loopback,
    interface: Interface,
    sockets: SocketSet<'a>,
    listener: SocketHandle,
    client: SocketHandle,
    now: Instant,
}

impl Gateway<'_> {
    /// Listens at a port, connects to it, and says whether a reading arrives.
    fn delivers(&mut self, port: Port, from: Port) -> bool {
        let listener = self.sockets.get_mut::<tcp::Socket>(self.listener);
        listener.abort();
        listener.listen(port.get()).expect("a port that is not 0");
        let client = self.sockets.get_mut::<tcp::Socket>(self.client);
        client.abort();
        client
            .connect(self.interface.context(), (ADDRESS, port.get()), from.get())
            .expect("addresses that can be connected");
        let end = self.now + PATIENCE;
        let mut sent = false;
        while self.now < end {
            self.interface
                .poll(self.now, &mut self.device, &mut self.sockets);
            let client = self.sockets.get_mut::<tcp::Socket>(self.client);
            if !sent && client.can_send() {
                sent = client.send_slice(READING) == Ok(READING.len());
            }
            let listener = self.sockets.get_mut::<tcp::Socket>(self.listener);
            if listener.can_recv() {
                return listener
                    .recv(|bytes| (bytes.len(), bytes == READING))
                    .unwrap_or(false);
            }
            // There is no clock: time is what the stack has to wait.
            let wait = self.interface.poll_delay(self.now, &self.sockets);
            self.now += wait.unwrap_or(PATIENCE).max(Duration::from_millis(1));
        }
        false
    }
}
