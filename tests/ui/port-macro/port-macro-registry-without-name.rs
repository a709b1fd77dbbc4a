const PORT: port_consts::Port = port_consts::port!(port_consts::Service);

fn main() {
    assert_eq!(PORT, PORT);
}
