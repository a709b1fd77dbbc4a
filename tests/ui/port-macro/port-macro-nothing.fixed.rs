const PORT: port_consts::Port = port_consts::port!(8443);

fn main() {
    assert_eq!(PORT, PORT);
}
